import type { PhrasingContent } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import remarkParse from 'remark-parse';
import { unified, type Processor } from 'unified';
import { expandIdentifier } from './address.ts';
import { guardEscapes, removeGuards } from './escaped-at.ts';
import { remarkLetters } from './syntax/letters.ts';
import { remarkTildes } from './syntax/tildes.ts';
import { readFormula } from './formula.ts';
import { shiftLetters } from './math-text.ts';
import { formatPieces } from './typography.ts';

/** A piece of a field: text with its typography, code, a formula, styled text, or a link. */
export type Inline =
  | string
  | { code: string }
  | { tex: string }
  | { tag: InlineTag; content: Inline[] }
  | { href: string; content: Inline[] };

/** The tags that a field can have, without attributes, beside those of Markdown. */
const tags = ['b', 'em', 'i', 'kbd', 'strong', 'sub', 'sup', 'var'] as const;

export type InlineTag = (typeof tags)[number] | 'del';

/** Constructs of Markdown that are blocks, or have a place in prose alone. */
const disabled =
  'autolink blockQuote codeFenced codeIndented definition gfmFootnoteCall gfmFootnoteDefinition gfmPotentialFootnoteCall hardBreakEscape hardBreakTrailing headingAtx htmlFlow list mathFlow setextUnderline table tasklistCheck thematicBreak'.split(
    ' ',
  );

function disableBlocks(this: Processor) {
  const data = this.data();
  (data.micromarkExtensions ??= []).push({ disable: { null: disabled } });
}

const processor = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkMath)
  .use(disableBlocks)
  .use(remarkLetters)
  .use(remarkTildes);

/**
 * Matches an escape, code, a formula, or a dollar sign alone. As in Pandoc, a formula has no space inside its signs and
 * no digit after them, so that “$5 and $6” has none; nor has it an amount and words, as “$5 or US$” would.
 */
export const dollars =
  /\\[\s\S]|(`+)(?!`)[\s\S]*?[^`]\1(?!`)|(\${1,2})(?![\s$]|\d[\d.,]*\s[^$\\^_{}=+*/<>|]*\$)(?:\\[\s\S]|[^\\$])*?(?<!\s)\2(?![\d$])|\$/g;

/** Parses a field by the rules of prose, but without blocks and MDX: braces, and < without a tag, are text. */
export function parseInline(text: string): Inline[] {
  const source = guardEscapes(text);
  if (!hasMarks(text)) return formatPieces([source]);
  return setTypography(parseMarks(source));
}

/** Says whether a field may have a mark. Most have none, and need not be parsed. */
export function hasMarks(text: string): boolean {
  return /[*_$`<&\\~[]|:\/\/|www\.|\S@/i.test(text);
}

/** Parses a text like `parseInline`, without typography. Escaped signs of citations have a guard. */
export function parseMarks(text: string): Inline[] {
  return readAll(parseMarkdown(text).nodes);
}

/** Parses the Markdown of a field. The positions of the nodes are those in `source`. */
export function parseMarkdown(text: string): { nodes: PhrasingContent[]; source: string } {
  const source = text.replace(dollars, (found) => (found === '$' ? '&#36;' : found));
  const nodes = processor
    .parse(source)
    .children.flatMap((block, index) => [
      ...(index > 0 ? [{ type: 'text' as const, value: '\n\n' }] : []),
      ...('children' in block ? (block.children as PhrasingContent[]) : []),
    ]);
  return { nodes, source };
}

function readAll(nodes: readonly PhrasingContent[]): Inline[] {
  const pieces: Inline[] = [];
  for (let at = 0; at < nodes.length; at++) {
    const node = nodes[at];
    if (node === undefined) continue;
    const end = node.type === 'html' ? findEnd(nodes, at) : -1;
    if (end > at && node.type === 'html') {
      const tag = tags.find((name) => node.value === `<${name}>`) ?? 'i';
      pieces.push({ tag, content: readAll(nodes.slice(at + 1, end)) });
      at = end;
    } else pieces.push(...readNode(node));
  }
  return mergeTexts(pieces);
}

/** The index of the tag that closes the one at `at`, if a field can have this tag. */
function findEnd(nodes: readonly PhrasingContent[], at: number): number {
  const name = tags.find((tag) => isHtml(nodes[at], `<${tag}>`));
  if (name === undefined) return -1;
  return nodes.findIndex((node, index) => index > at && isHtml(node, `</${name}>`));
}

function isHtml(node: PhrasingContent | undefined, value: string): boolean {
  return node?.type === 'html' && node.value === value;
}

function readNode(node: PhrasingContent): Inline[] {
  switch (node.type) {
    case 'emphasis':
      return [{ tag: 'em', content: readAll(node.children) }];
    case 'strong':
      return [{ tag: 'strong', content: readAll(node.children) }];
    case 'delete':
      return [{ tag: 'del', content: readAll(node.children) }];
    case 'inlineCode':
      return [{ code: removeGuards(node.value) }];
    case 'inlineMath':
      return [{ tex: removeGuards(node.value) }];
    case 'link':
      return [{ href: expandIdentifier(node.url), content: readAll(node.children) }];
    case 'text':
    case 'html':
      return [node.value];
    default:
      return [];
  }
}

const pairs = new RegExp(`<(${tags.join('|')})>([\\s\\S]*?)</\\1>`, 'g');

/** Returns a text without the pairs of tags that a field can have. */
export function dropTags(text: string): string {
  const dropped = text.replace(pairs, '$2');
  return dropped === text ? text : dropTags(dropped);
}

function mergeTexts(pieces: readonly Inline[]): Inline[] {
  return pieces.reduce<Inline[]>((merged, piece) => {
    const last = merged.at(-1);
    if (typeof last !== 'string' || typeof piece !== 'string') return [...merged, piece];
    return [...merged.slice(0, -1), last + piece];
  }, []);
}

/** Sets quotation marks by the whole text, so that those around a styled word are right. */
function setTypography(pieces: readonly Inline[]): Inline[] {
  // Code and formulas stand as a word.
  const texts = formatPieces(
    listPieces(pieces).map((one) => (typeof one === 'string' ? one : 'A')),
  );
  const set = (piece: Inline): Inline => {
    if (typeof piece === 'object' && 'content' in piece)
      return { ...piece, content: piece.content.map(set) };
    const text = texts.shift() ?? '';
    return typeof piece === 'string' ? text : piece;
  };
  return pieces.map(set);
}

/** The texts, codes and formulas of a field, in order. */
function listPieces(pieces: readonly Inline[]): Exclude<Inline, { content: Inline[] }>[] {
  return pieces.flatMap((piece) =>
    typeof piece === 'object' && 'content' in piece ? listPieces(piece.content) : [piece],
  );
}

/** The texts of a field that can cite works, in order. */
export function listInlineTexts(pieces: readonly Inline[]): string[] {
  return listPieces(pieces).filter((piece) => typeof piece === 'string');
}

/** Writes a field in plain characters. */
export function formatPlain(pieces: readonly Inline[]): string {
  return pieces.map(formatPiece).join('');
}

function formatPiece(piece: Inline): string {
  if (typeof piece === 'string') return removeGuards(piece);
  if ('code' in piece) return piece.code;
  if ('tex' in piece) return readFormula(piece.tex);
  const words = formatPlain(piece.content);
  if (!('tag' in piece) || (piece.tag !== 'sub' && piece.tag !== 'sup')) return words;
  return shiftLetters(words, piece.tag) ?? words;
}
