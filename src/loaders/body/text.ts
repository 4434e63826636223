import { formatExcerpt } from '../source.ts';
import { findStrayInProse } from '../stray-markup.ts';
import { findLooseTex, isWideRow } from './markup.ts';
import { findAround, readSource, type Body, type BodyFault, type BodyNode } from './node.ts';

/** Reports Markdown that was not recognized and would be printed as it is. */
export function checkText(node: BodyNode, body: Body): BodyFault[] {
  if (node.type !== 'text') return [];
  const start = node.position?.start.offset ?? 0;
  const strays = findStrayInProse(readSource(node, body), node.value ?? '');
  // An excess table cell breaks the marks around it.
  const row = findAround(node, ['tableRow'], body);
  const table = row && findAround(row, ['table'], body);
  if (strays.length === 0 || (table && isWideRow(row, table))) return [];
  // For TeX without dollar signs, the beginning is enough.
  const tex = findLooseTex(node, body) ?? Infinity;
  return strays
    .filter(({ words, index }) => !/^[\\$]/.test(words) || start + index <= tex)
    .map(({ words, index, ...advice }) => ({
      rule: 'stray-markup',
      found: formatExcerpt(words.split('\n', 1)[0] ?? ''),
      offset: start + index,
      ...advice,
    }));
}

/** Reports Markdown that was recognized but probably not meant. */
export function checkMisread(node: BodyNode, body: Body): BodyFault[] {
  const start = node.position?.start.offset ?? 0;
  const source = readSource(node, body);
  if (node.type === 'delete' && !source.startsWith('~~'))
    return [
      {
        rule: 'stray-markup',
        expected: 'two tildes on each side of deleted words, ~~like these~~',
        fix: 'Write a subscript as $x_2$ or <sub>2</sub>, and a literal tilde as \\~.',
      },
    ];
  if (node.type === 'emphasis' && source.startsWith('*')) {
    const around = [body.text[start - 1], body.text[start + source.length]];
    if (around.every((letter = '') => /\w/.test(letter)))
      return [
        {
          rule: 'stray-markup',
          expected: 'whole words between asterisks; the text between these two becomes italic',
          fix: 'Write \\* for a literal asterisk, or × or $4 \\cdot 8$ for a product.',
        },
      ];
  }
  if (node.type === 'paragraph' && body.parents.get(node)?.type === 'root') {
    const indentation = body.text.slice(body.text.lastIndexOf('\n', start - 1) + 1, start);
    if (/^(\t| {4})/.test(indentation))
      return [
        {
          rule: 'stray-markup',
          expected: 'code between two lines of ```; indented text is a paragraph',
          fix: 'Write ``` above and below the code. If it is not code, remove the spaces.',
        },
      ];
  }
  return [];
}
