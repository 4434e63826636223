import { parseFormula } from './formula.ts';
import { looks, styles, symbols } from './tex-tables.ts';

/** A backslash that a program took for text: `{\textbackslash}`, `$\backslash$`. */
const backslash = String.raw`(?:\{?\\textbackslash(?:\{\}|\}|\s)|\{?\$\\backslash\$\}?)`;
const any = new RegExp(backslash, 'g');

/** Words within dollar signs that the program escaped as well, and what makes a formula of them. */
const inDollars = /(\{?\\\$\}?){1,2}((?:[^\\]|\\(?!\$))*)\1{1,2}/g;
const mathematical = new RegExp(String.raw`${backslash}|\\_\\\{|\\\^`);

/** An accent on a letter without its dot: `$\backslash$'$\backslash$i`. */
const dotless = new RegExp(String.raw`${backslash}(["'^~=.\x60])\s*${backslash}([ij])`, 'g');

/** A command in braces that the program escaped: `\{{\textbackslash}lambda\}`. */
const bracedCommand = new RegExp(String.raw`\\\{(${backslash}[A-Za-z]+)\\\}`, 'g');

/** A command or an accent after such a backslash. */
const command = new RegExp(
  String.raw`${backslash}([A-Za-z]+|["'^~=.\x60](?=\{?\\?[A-Za-z{]|${backslash}[ij]))`,
  'g',
);

/** The end of a word of French or Italian before an apostrophe: “d’”, “qu’”. */
const elision = /(?<!\p{L})(?:[dlnsjcmt]|qu|jusqu|lorsqu|dell|all|un)$/iu;

/** One accented letter in braces that the program took for text, within a word: `Garc\{\'{\i}\}a`. */
const letter = String.raw`\{?\\["'^~=.\x60](?:\{\\?[A-Za-z]\}|\\?[A-Za-z])\}?|\p{L}`;
const bracedLetter = new RegExp(
  String.raw`(?<=\p{L})(?:\{\\\{\}|\\\{)(${letter})(?:\{\\\}\}|\\\})|(?:\{\\\{\}|\\\{)(${letter})(?:\{\\\}\}|\\\})(?=\p{L})`,
  'gu',
);

/** Reads TeX that a program took for plain text and escaped once more, as Mendeley and Zotero do. */
export function readEscaped(tex: string): string {
  if (!/\\(?:textbackslash|backslash|\{)|\\\$/.test(tex)) return tex;
  return tex
    .replace(inDollars, (written, _, inner: string) =>
      mathematical.test(inner) ? `$${unescape(inner)}$` : written,
    )
    .replace(dotless, String.raw`\$1{\$2}`)
    .replace(bracedCommand, '{$1}')
    .replace(command, (written, name: string, at: number, whole: string) => {
      if (name === "'" && elision.test(whole.slice(0, at))) return name;
      return isKnown(name) ? `\\${name}` : written;
    })
    .replace(bracedLetter, '{$1$2}');
}

function isKnown(name: string): boolean {
  return (
    !/^[A-Za-z]/.test(name) ||
    [looks, styles, symbols].some((all) => all.has(name)) ||
    parseFormula(`\\${name}`).problem === undefined
  );
}

/** A formula without the escapes of text. */
function unescape(inner: string): string {
  return inner
    .replace(any, '\\')
    .replace(/\{(\$[<>]\$|\\[{}$_^&])\}/g, '$1')
    .replace(/\$([<>])\$/g, '$1')
    .replace(/\\([{}_^&])(?:\{\})?/g, '$1');
}
