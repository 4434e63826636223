import type { ElementContent, Properties } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import type { Look, Run } from './runs.ts';

type LookName = Exclude<keyof Look, 'isFormula'>;

/** The element of each look. Where a run has several looks, the first of this list is the outermost element. */
const elements: readonly [LookName, tagName: string, Properties][] = [
  ['address', 'a', { className: ['link'] }],
  ['isItalic', 'i', {}],
  ['isBold', 'b', {}],
  ['isSmall', 'span', { className: ['[font-variant-caps:small-caps]'] }],
  ['isRaised', 'sup', {}],
  ['isLowered', 'sub', {}],
];

/** Builds the elements of a text with its italics, indices, formulas and links. Runs of one look share an element. */
export function buildRuns(runs: readonly Run[]): ElementContent[] {
  const [first, ...others] = runs;
  if (first === undefined) return [];
  const element = elements.find(([look]) => first[look]);
  if (element === undefined) return [...buildText(first), ...buildRuns(others)];
  const [look, tagName, properties] = element;
  const end = runs.findIndex((run) => run[look] !== first[look]);
  const rest = end < 0 ? [] : runs.slice(end);
  const inner = runs.slice(0, runs.length - rest.length);
  const children = buildRuns(inner.map((run) => ({ ...run, [look]: undefined })));
  const href = look === 'address' && { href: first.address };
  const built = { type: 'element' as const, tagName, children };
  return [{ ...built, properties: { ...properties, ...href } }, ...buildRuns(rest)];
}

function buildText({ text, mathml }: Run): ElementContent[] {
  if (mathml === undefined) return [{ type: 'text', value: text }];
  return fromHtml(mathml, { fragment: true }).children as ElementContent[];
}
