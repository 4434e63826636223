import { parseCitations } from '../bibliography/cite.ts';
import { describeFormula } from '../lib/formula.ts';
import { adviseOnUnclosed, findUnclosed } from './malformed-citations.ts';
import type { Stray } from './stray-markup.ts';

/** A part of a sentence, with its place in the source. */
interface Part {
  type: string;
  value?: string;
  children?: readonly Part[];
  position?:
    { start: { offset?: number | undefined }; end: { offset?: number | undefined } } | undefined;
}

/** Stands for each letter of a mark in the text around it. */
const hole = '\uE000';
const brackets = new RegExp(String.raw`(?<![\\^[!])\[(?!\^)[^[\]]{0,1000}\](?!\()`, 'g');

/** Parts whose words can be written without their marks. */
const styles = /^(?:text|emphasis|strong|delete|inlineCode|inlineMath|html|mdxJsxTextElement)$/;

const advice = {
  expected: 'plain words around the key of a citation, as in [see @key, p. 3]',
  fix: 'Write the words without marks, or outside of the brackets: *see also* [@key].',
};

/**
 * Finds citations in brackets that have emphasis, code, links or formulas beside the key, which would print the brackets
 * as they are. `parts` are those of one sentence.
 */
export function findMarkedCitations(parts: readonly Part[], source: string): Stray[] {
  if (parts.length < 2) return [];
  const places = parts.map(locate);
  const [begin = 0] = places[0] ?? [];
  const [, end = begin] = places.at(-1) ?? [];
  const whole = source.slice(begin, end);
  if (!/\[[^]*@/.test(whole)) return [];
  const open = openMarks(parts, places, source);
  let next = 0;
  const unclosed = findUnclosed(open).flatMap(({ words, index }): Stray[] => {
    if (!words.includes(hole)) return [];
    const [from, to] = [begin + index, begin + index + words.length];
    const inner = parts.filter(
      (_, at) => (places[at]?.[1] ?? 0) > from && (places[at]?.[0] ?? to) < to,
    );
    const plain = inner.map((part) => readPart(part, source, from, to)).join('');
    return [{ words: source.slice(from, to), index: from, ...adviseOnUnclosed(plain) }];
  });
  const closed = Array.from(open.matchAll(brackets), ({ 0: { length }, index }): Stray[] => {
    const [from, to] = [begin + index, begin + index + length];
    while (next < parts.length && (places[next]?.[1] ?? 0) <= from) next += 1;
    let last = next;
    while (last < parts.length && (places[last]?.[0] ?? to) < to) last += 1;
    const inner = parts.slice(next, last);
    const plain = inner
      .map((part) => readPart(part, source, from, to))
      .join('')
      .replace(/\s+/g, ' ');
    const [piece, ...others] = parseCitations(plain);
    if (!open.slice(index, index + length).includes(hole)) return [];
    if (piece?.kind !== 'group' || others.length > 0) return [];
    const isPlain = inner.every(canBePlain);
    const words = source.slice(from, to);
    return [{ words, index: from, ...advice, ...(isPlain && { nearest: plain }) }];
  }).flat();
  return [...closed, ...unclosed];
}

/** The source of a sentence, with holes in the place of marks. */
function openMarks(
  parts: readonly Part[],
  places: readonly [from: number, to: number][],
  source: string,
): string {
  const [begin = 0] = places[0] ?? [];
  const pieces: string[] = [];
  let at = begin;
  for (const [index, [from, to]] of places.entries()) {
    if (from > at) pieces.push(source.slice(at, from));
    const start = Math.max(at, from);
    if (to <= start) continue;
    const isText = parts[index]?.type === 'text';
    pieces.push(isText ? source.slice(start, to) : hole.repeat(to - start));
    at = to;
  }
  return pieces.join('');
}

function locate({ position }: Part): [from: number, to: number] {
  const { offset: from = 0 } = position?.start ?? {};
  return [from, position?.end.offset ?? from];
}

/** The words of a part, or those of a text that are between two places. */
function readPart(part: Part, source: string, from: number, to: number): string {
  const [start, end] = locate(part);
  if (part.type === 'text') return source.slice(Math.max(start, from), Math.min(end, to));
  return readWords(part);
}

function readWords({ type, value = '', children = [] }: Part): string {
  if (type === 'html') return '';
  if (type === 'inlineMath') return describeFormula(value);
  return value + children.map(readWords).join('');
}

function canBePlain({ type, value = '', children = [] }: Part): boolean {
  const isSimple = type !== 'inlineMath' || !/[\\_^{}]/.test(value);
  return styles.test(type) && isSimple && children.every(canBePlain);
}
