import { formatExcerpt } from '../source.ts';
import { findStrayInProse } from '../stray-markup.ts';
import { findLooseTex, findWideRows } from './markup.ts';
import { readSource, type Body, type BodyFault, type BodyNode } from './node.ts';

/** Markdown that is not understood is printed as it stands; some is understood as what it is not. */
export function checkText(node: BodyNode, body: Body): BodyFault[] {
  const start = node.position?.start.offset ?? 0;
  const source = readSource(node, body);
  const before = body.text[start - 1] ?? '';
  const after = body.text[start + source.length] ?? '';
  if (node.type === 'delete' && !source.startsWith('~~'))
    return [
      {
        rule: 'stray-markup',
        expected: 'two tildes on each side of words that are struck out, ~~as these~~',
        mend: 'Write a lowered letter as $x_2$ or <sub>2</sub>, and \\~ for the sign itself.',
      },
    ];
  if (node.type === 'emphasis' && source.startsWith('*') && /\w/.test(before) && /\w/.test(after))
    return [
      {
        rule: 'stray-markup',
        expected:
          'whole words between asterisks; as it stands, what is between these two is set in italics',
        mend: 'Write \\* for the sign itself, or × or $4 \\cdot 8$ for a product.',
      },
    ];
  const isIndented = /(^|\n)(\t| {4})[ \t]*$/.test(body.text.slice(0, start));
  if (node.type === 'paragraph' && isIndented && body.nodes[0]?.children?.includes(node))
    return [
      {
        rule: 'stray-markup',
        expected: 'code between two lines of ```; as it stands, it is set as a paragraph',
        mend: 'Write ``` above and below the code; if it is none, take the spaces out.',
      },
    ];
  if (node.type !== 'text') return [];
  // Where a cell too many begins, what stands around it is torn apart.
  const isTorn = ({ position }: BodyNode) =>
    position !== undefined && position.start.offset <= start && start < position.end.offset;
  if (body.nodes.flatMap(findWideRows).some(isTorn)) return [];
  const strays = findStrayInProse(source, node.value ?? '').map(
    ({ words, index, ...advice }): Located => ({
      rule: 'stray-markup',
      found: formatExcerpt(words.split('\n')[0] ?? ''),
      offset: start + index,
      ...advice,
    }),
  );
  const tex = findLooseTex(node, body);
  return strays.filter(({ found, offset }) => !/^[\\$]/.test(found) || (tex ?? offset) >= offset);
}

type Located = BodyFault & { found: string; offset: number };
