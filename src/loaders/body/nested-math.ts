import { remember, type Body, type BodyFault, type BodyNode } from './node.ts';

/** Formulas in a sentence with dollar signs in the words of `\text`. The first of these ends the formula. */
const listNested = remember(({ text }: Body) =>
  Array.from(
    text.matchAll(
      /(?<![\\$])\$(?!\$)(?:[^$\n]{0,400}?\\(?:text[a-z]*|mbox|hbox)\{[^{}$\n]*(?:(?<!\\)\$[^$\n]*(?<!\\)\$[^{}$\n]*)+\})+[^$\n]*\$(?!\$)/g,
    ),
    ({ 0: words, index }) => ({ words, start: index, end: index + words.length }),
  ),
);

/** Takes the inner formulas out of the words of a formula. */
function unnest(words: string): string {
  return words.replace(/\\([a-z]+)\{([^{}$]*\$[^{}]*)\}/g, (_, name: string, inner: string) =>
    inner
      .split('$')
      .map((part, index) => (index % 2 === 1 ? part : part && `\\${name}{${part}}`))
      .join(''),
  );
}

/** Whether a place is in a formula that has another one in its words. */
export function isNested(offset: number, body: Body): boolean {
  return listNested(body).some(({ start, end }) => start <= offset && offset < end);
}

/** Reports a formula within the words of another one once, though it is read as two. */
export function checkNested(node: BodyNode, body: Body): BodyFault[] | undefined {
  const offset = node.position?.start.offset ?? 0;
  const nested = listNested(body).find(({ start, end }) => start <= offset && offset < end);
  if (nested === undefined) return undefined;
  if (nested.start < offset) return [];
  const right = unnest(nested.words);
  return [
    {
      rule: 'bad-math',
      found: nested.words,
      offset,
      expected: 'no dollar signs within a formula in a sentence; the next one ends it',
      nearest: right,
      corrections: [{ offset, old: nested.words, new: right }],
      fix: `Write ${right}.`,
    },
  ];
}
