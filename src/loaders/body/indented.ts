import { bisectRight } from 'd3-array';
import { remember, type Body, type BodyNode } from './node.ts';

/** The first paragraph of an indented text, and the offset at which a line without indentation follows. */
type Indented = readonly [first: BodyNode, end: number];

/** The beginnings of the remarks of Python-Markdown, `!!! note`, and of all other lines without indentation. */
const listOpenings = remember(({ text }: Body) =>
  Array.from(text.matchAll(/^\S[^\n]{0,9}/gm), ({ 0: words, index }) => ({
    index,
    isRemark: /^(?:!!!|\?\?\?\+?) *[\w-]/.test(words),
  })),
);

const listIndented = remember((body: Body): readonly Indented[] => {
  const found: Indented[] = [];
  const openings = listOpenings(body);
  const starts = openings.map(({ index }) => index);
  for (const node of body.nodes) {
    if (node.type !== 'paragraph' || body.parents.get(node)?.type !== 'root') continue;
    const { text } = body;
    const start = node.position?.start.offset ?? 0;
    if (start < (found.at(-1)?.[1] ?? 0)) continue;
    const indentation = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
    // A remark is told for itself.
    const isInRemark = openings[bisectRight(starts, start) - 1]?.isRemark === true;
    if (!/^(\t| {4})/.test(indentation) || isInRemark) continue;
    const [after] = text.slice(start).matchAll(/\n(?!\t| {4}|[ \t]*(?:\n|$))/g);
    found.push([node, after === undefined ? text.length : start + after.index]);
  }
  return found;
});

const listStarts = remember((body: Body) =>
  listIndented(body).map(([first]) => first.position?.start.offset ?? 0),
);

/** Returns the indented text that a part of a body is in. */
export function findIndented({ position }: BodyNode, body: Body): Indented | undefined {
  const { offset } = position?.start ?? { offset: -1 };
  const found = listIndented(body)[bisectRight(listStarts(body), offset) - 1];
  return found !== undefined && offset < found[1] ? found : undefined;
}

/** Whether a part of a text is in or below the first paragraph of an indented text, which is told once for all. */
export function isIndented(node: BodyNode, body: Body): boolean {
  if (node.type === 'root') return false;
  const [first = node] = findIndented(node, body) ?? [];
  return first !== node;
}
