import { readBrackets } from './brackets.ts';
import { readDefinition, type Macros } from './definitions.ts';
import { readDerivative } from './derivatives.ts';
import { LocatedTex } from './located-tex.ts';
import { MacroError, TexReader } from './reader.ts';
import { dropAlignment } from './rows.ts';
import { findUnknownUnit, formatNumber, formatQuantity, formatUnit } from './units.ts';

/** Builds the commands that the settings define: their TeX by name. */
export function buildMacros(texts: Readonly<Record<string, string>>): Macros {
  return new Map(
    Object.entries(texts).map(([name, body]) => [
      name.replace(/^\\/, ''),
      { count: countArguments(body), body },
    ]),
  );
}

/** Whether a name and its TeX can be a macro: letters, and TeX whose braces match. */
export function isMacro(name: string, body: unknown): boolean {
  if (!/^\\?[a-zA-Z]+$/.test(name) || typeof body !== 'string' || body.trim() === '') return false;
  let depth = 0;
  for (const [sign] of body.matchAll(/\\[^]|[{}]/g)) {
    depth += sign === '{' ? 1 : sign === '}' ? -1 : 0;
    if (depth < 0) return false;
  }
  return depth === 0;
}

/** The highest number of an argument in the TeX of a macro. */
export function countArguments(body: string): number {
  return Math.max(0, ...Array.from(body.matchAll(/(?<!\\)#(\d)/g), ([, digit]) => Number(digit)));
}

/** More levels of macros within macros than any text needs. */
const mostLevels = 100;
/** More letters than a formula can have after its macros. */
const mostLetters = 50_000;

/** Commands that KaTeX lacks, by name: the number of their arguments, and their TeX. */
const builtIn: Record<string, [count: number, build: (...texts: string[]) => string | undefined]> =
  {
    num: [1, (number = '') => formatNumber(number)],
    ang: [1, (angle = '') => `${formatNumber(angle)}{}^{\\circ}`],
    numrange: [2, (from = '', to = '') => `${formatNumber(from)}\\text{–}${formatNumber(to)}`],
    ...aliases('si unit', [1, (unit = '') => formatUnit(unit)]),
    ...aliases('SI qty', [2, (number = '', unit = '') => measure(formatNumber(number), unit)]),
    ...aliases('SIrange qtyrange', [
      3,
      (from = '', to = '', unit = '') =>
        measure(`${formatNumber(from)}\\text{–}${formatNumber(to)}`, unit),
    ]),
    ensuremath: [1, (tex) => tex],
    abs: [1, (tex = '') => `\\left|${tex}\\right|`],
    norm: [1, (tex = '') => `\\left\\lVert ${tex}\\right\\rVert`],
    eval: [1, (tex = '') => `\\left.${tex}\\right|`],
    ...aliases('comm commutator', [2, (a = '', b = '') => `\\left[${a},${b}\\right]`]),
    ...aliases('acomm anticommutator pb poissonbracket', [
      2,
      (a = '', b = '') => `\\left\\{${a},${b}\\right\\}`,
    ]),
    ...aliases('mel matrixel matrixelement', [
      3,
      (a = '', tex = '', b = '') =>
        `\\left\\langle ${a}\\middle|${tex}\\middle|${b}\\right\\rangle`,
    ]),
    order: [1, (tex = '') => `\\mathcal{O}\\left(${tex}\\right)`],
    ...aliases('vb vectorbold', [1, (tex = '') => `\\mathbf{${tex}}`]),
    grad: [0, () => '\\nabla'],
    laplacian: [0, () => '\\nabla^2'],
    ...Object.fromEntries(
      ['tr', 'Tr', 'rank', 'diag'].map((name) => [name, [0, () => `\\operatorname{${name}}`]]),
    ),
    ...aliases('nicefrac sfrac', [2, (above = '', below = '') => `\\tfrac{${above}}{${below}}`]),
    mbox: [1, (words = '') => `\\text{${words}}`],
    textdegree: [0, () => '\\degree'],
    xspace: [0, () => ''],
    displaylines: [1, (tex = '') => `\\begin{gathered}${tex}\\end{gathered}`],
    eqalign: [1, (tex = '') => `\\begin{aligned}${tex}\\end{aligned}`],
    prescript: [3, (above = '', below = '', tex = '') => `{}^{${above}}_{${below}}{${tex}}`],
    smashoperator: [1, (tex) => tex],
    Aboxed: [1, (tex = '') => `\\boxed{${dropAlignment(tex)}}`],
    ...aliases('vdotswithin shortvdotswithin', [1, () => '\\vdots']),
    ...aliases('qed qedhere', [0, () => '\\square']),
    hdots: [0, () => '\\ldots'],
    mathpzc: [1, (tex = '') => `\\mathcal{${tex}}`],
    // These lay out the lines of a page.
    ...aliases('noindent medskip bigskip smallskip linebreak displaybreak MoveEqLeft', [
      0,
      () => '',
    ]),
    mathds: [1, (tex = '') => `\\mathbb{${tex}}`],
    mathbbm: [1, (tex = '') => `\\mathbb{${tex}}`],
  };

/** Commands without an argument that can have an option. */
const optional = /^(?:MoveEqLeft|displaybreak|linebreak)$/;

function aliases<Value>(names: string, value: Value): Record<string, Value> {
  return Object.fromEntries(names.split(' ').map((name) => [name, value]));
}

function measure(number: string, unit: string): string | undefined {
  const sign = formatUnit(unit);
  return sign === undefined ? undefined : formatQuantity(number, sign);
}

/**
 * Replaces macros in TeX, and adds those that it defines to `macros`. So the TeX can be read without this page, as in
 * feeds. Throws `MacroError`.
 */
export function expandTex(tex: string, macros: Macros): LocatedTex {
  if (!tex.includes('\\')) return new LocatedTex(tex);
  const texts: string[] = [];
  const origins: number[] = [];
  let length = 0;
  let isCommand = false;
  const add = (text: string, at: number, isOwn: boolean) => {
    if (text === '') return;
    const words = isCommand && /^[a-zA-Z]/.test(text) ? ` ${text}` : text;
    isCommand = /^\\[a-zA-Z]+$/.test(text);
    length += words.length;
    if (length > mostLetters) throw new MacroError('The macros make the formula too long', at);
    texts.push(words);
    for (let index = 0; index < words.length; index += 1) origins.push(isOwn ? at + index : at);
  };
  const expand = (source: string, from: number | undefined, level: number): void => {
    const reader = new TexReader(source);
    const place = (index: number) => from ?? index;
    for (let token = reader.take(part); token !== null; token = reader.take(part)) {
      const { 0: words, 1: name, 2: star = '', index } = token;
      const at = place(index);
      if (name === undefined) add(words, at, from === undefined);
      else if (readDefinition(name, star !== '', reader, macros)) continue;
      else {
        const text = readMacro(name, star, reader, macros, at);
        if (text === undefined) {
          reader.index = index + words.length;
          add(words, at, from === undefined);
        } else if (level >= mostLevels)
          throw new MacroError(`The macro \\${name} contains itself`, at);
        else expand(text, at, level + 1);
      }
    }
  };
  expand(tex, undefined, 0);
  return new LocatedTex(texts.join(''), origins);
}

/** A command with its star, another escape, a comment, or text. */
const part = /\\([a-zA-Z]+)(\*?)|\\[^]|%[^\n]*|[^\\%]+|\\$/y;

/** Returns the TeX of a command with its arguments, or undefined for one of KaTeX. */
function readMacro(
  name: string,
  star: string,
  reader: TexReader,
  macros: Macros,
  at: number,
): string | undefined {
  const macro = macros.get(name);
  const takeAll = (count: number): string[] =>
    Array.from({ length: count }, () => {
      const text = reader.takeArgument();
      if (text === undefined) throw new MacroError(`\\${name} needs ${count} arguments`, at);
      return text;
    });
  if (macro !== undefined) {
    if (star !== '' && macro.starred === undefined) reader.index -= 1;
    const optional = macro.fallback === undefined ? [] : [reader.takeOption() ?? macro.fallback];
    const values = [...optional, ...takeAll(macro.count - optional.length)];
    const body = (star !== '' && macro.starred) || macro.body;
    return body.replace(/(\\[a-zA-Z]*)?#(\d)/g, (all, command: string | undefined, digit) => {
      if (command === '\\') return all;
      const given = values[Number(digit) - 1] ?? '';
      const value = /\\[a-zA-Z]+$/.test(given) ? `${given} ` : given;
      return `${command ?? ''}${command && /^[a-zA-Z]/.test(value) ? ' ' : ''}${value}`;
    });
  }
  const own = readDerivative(name, star, reader) ?? readBrackets(name, reader);
  if (own !== undefined) return own;
  if (!Object.hasOwn(builtIn, name)) return undefined;
  const [count, build] = builtIn[name] ?? [0, () => ''];
  if (count > 0 || optional.test(name)) reader.takeOption();
  const texts = takeAll(count);
  const text = build(...texts);
  if (text !== undefined) return text;
  const unit = findUnknownUnit(texts.at(-1) ?? '');
  throw new MacroError(`units that are known; \\${name} has ${unit}`, at);
}
