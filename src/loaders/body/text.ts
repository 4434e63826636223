import { adviseOnEnvironment } from '../environment-advice.ts';
import { typefaceGroup } from '../field-marks.ts';
import { findPattern } from '../mark-finders.ts';
import { formatExcerpt } from '../source.ts';
import { findStrayInProse, type Stray } from '../stray-markup.ts';
import { adviseOnTex, isAdvised } from '../tex-advice.ts';
import { findIndented } from './indented.ts';
import { findLooseTex, isWideRow } from './markup.ts';
import { isNested } from './nested-math.ts';
import { adviseOnPictureMark } from './picture-marks.ts';
import { areDefinedAbove } from './program-code.ts';
import {
  findAround,
  readSource,
  remember,
  type Body,
  type BodyFault,
  type BodyNode,
} from './node.ts';

/** Reports Markdown that was not recognized and would be printed as it is. */
export function checkText(node: BodyNode, body: Body): BodyFault[] {
  if (node.type === 'proseEnvironment')
    return [{ rule: 'stray-markup', ...adviseOnEnvironment(node.name ?? '') }];
  if (node.type !== 'text' || node.data?.isRead) return [];
  const start = node.position?.start.offset ?? 0;
  const before = findBefore(node, body);
  const found = findStrayInProse(readSource(node, body), node.value ?? '', {
    place: findPlace(node, before, body),
    after: body.text[node.position?.end.offset ?? -1] === '`' ? '`' : '',
  });
  const strays = joinGroups(found, start, body).filter(
    // The mark that closes a block is told with the one that opens it.
    ({ words, index }) =>
      !isNested(start + index, body) &&
      (!/^:{3,}\s*$/.test(words) || !/^[ \t>]*:{3,}[ \t]*\S/m.test(body.text)),
  );
  // An excess table cell breaks the marks around it.
  const row = findAround(node, ['tableRow'], body);
  const table = row && findAround(row, ['table'], body);
  if (strays.length === 0 || (table && isWideRow(row, table))) return [];
  // For TeX without dollar signs, the beginning is enough.
  const tex = findLooseTex(node, body);
  return strays
    .filter(({ words, index, rule }) => {
      if (rule === 'code-in-content' && areDefinedAbove(words, body)) return false;
      if (/^\\[a-z]/i.test(words)) {
        const isOwn = isAdvised(words) && !words.startsWith('\\end{');
        return isOwn || tex.includes(start + index);
      }
      return !/^[\\${]|[_^]\{/.test(words) || start + index <= (tex[0] ?? Infinity);
    })
    .map(({ words, index, right, ...advice }) => {
      const found = formatExcerpt(words.split('\n', 1)[0] ?? '');
      const fault = { rule: 'stray-markup' as const, found, offset: start + index };
      const isBehind = before && index === 0 && words.startsWith('{');
      const picture = isBehind && adviseOnPictureMark(before, body);
      if (picture) return { ...fault, ...picture };
      return {
        ...fault,
        ...advice,
        ...(right !== undefined && correctMark(body, start + index, words, right)),
      };
    });
}

function findBefore(node: BodyNode, { parents }: Body): BodyNode | undefined {
  const siblings = parents.get(node)?.children ?? [];
  return siblings[siblings.indexOf(node) - 1];
}

/** Whether a text begins a line of its source, or an item. A command that prints nothing may stand before it. */
function findPlace(
  node: BodyNode,
  before: BodyNode | undefined,
  body: Body,
): 'line' | 'item' | 'words' {
  if (/^(?:heading|tableCell)$/.test(body.parents.get(node)?.type ?? '')) return 'words';
  const start = node.position?.start.offset ?? 0;
  const line = body.text.slice(Math.max(start - 100, 0), start);
  const begun = /(?:^|\n)(?:[ \t>]|((?:[-*+]|\d{1,9}[.)])[ \t]+(?![ \t])))*$/.exec(line);
  if (begun !== null) return begun[1] === undefined ? 'line' : 'item';
  const command = before === undefined ? '' : readSource(before, body);
  const isGone = isAdvised(command) && adviseOnTex(command).right === '';
  return isGone || /^\\(?:begin|end)\{/.test(command) ? 'line' : 'words';
}

/** A template of Hugo, Jekyll or HugoBlox in a line: `{{< a >}}`, `{{% a %}}`, `{% a %}`. */
const template = findPattern(/\{\{[^`\n]{0,1000}?\}\}|\{%[^`\n]{0,1000}?%\}/g);

const listGroups = remember(({ text }: Body) => [...typefaceGroup.find(text), ...template(text)]);

/** Reports a group with a typeface, or a template, as one mark: the braces around other marks are parts of their own. */
function joinGroups(strays: readonly Stray[], start: number, body: Body): Stray[] {
  return strays.flatMap((stray) => {
    const at = start + stray.index;
    const [begin, end] = listGroups(body).find(([from, to]) => from <= at && at < to) ?? [];
    if (begin === undefined) return [stray];
    if (begin !== at) return at === begin + 1 || body.text[begin + 1] !== '\\' ? [] : [stray];
    const words = body.text.slice(begin, end);
    if (!words.startsWith('{\\'))
      return findStrayInProse(words, words)
        .slice(0, 1)
        .map((whole) => ({ ...whole, index: stray.index }));
    return [{ words, index: stray.index, ...typefaceGroup.advise(words) }];
  });
}

/** The correction of a mark. A heading has a line of its own, and an empty line would divide a paragraph. */
function correctMark(
  { text }: Body,
  offset: number,
  old: string,
  right: string,
): Pick<BodyFault, 'corrections'> {
  const before = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
  const [after = '', next = ''] = text.slice(offset + old.length).split('\n', 2);
  if (/^#+ \S/.test(right) && (before + after).trim() !== '') return {};
  if (right === '') {
    // A remark after the command would become words.
    if (/^%+[ \t]*[^%\s]/.test(after)) return {};
    const [, item, rest = ''] =
      /^[ \t>]*((?:[-*+]|\d{1,9}[.)])[ \t]+)?(.*)/.exec(before + after) ?? [];
    const isEmptied = /^(?:\\[a-z]+\*?(?:\{[^{}]*\})?|[%\s])*$/i.test(rest);
    const [above = ''] = text.slice(0, offset).split('\n').slice(-2);
    const hasWords = (line: string) => /[^\s>]/.test(line);
    // A percent sign below other words may belong to them.
    const isPart = hasWords(above) && (old.startsWith('%') || hasWords(next));
    if (isEmptied && (item !== undefined || isPart)) return {};
  }
  return { corrections: [{ offset, old, new: right }] };
}

/** Reports Markdown that was recognized but probably not meant. */
export function checkMisread(node: BodyNode, body: Body): BodyFault[] {
  const start = node.position?.start.offset ?? 0;
  const source = readSource(node, body);
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
  // Between `one' and `two', the words would become code.
  const isQuoted = /^`[^`]*[^\s`]'[^`]*[\s(]`$/.test(source);
  if (node.type === 'inlineCode' && isQuoted) {
    const end = start + source.length;
    if (/^[^\s`'][^`'\n]*'/.test(body.text.slice(end, end + 200)))
      return [
        {
          rule: 'stray-markup',
          expected: 'quotation marks such as ‘words’; ` begins code',
          fix: "Write ‘ and ’ in place of ` and ' around each quotation.",
        },
      ];
  }
  if (findIndented(node, body)?.[0] === node)
    return [
      {
        rule: 'stray-markup',
        expected: 'code between two lines of ```; indented text is a paragraph',
        fix: 'Write ``` above and below the code. If it is not code, remove the spaces.',
      },
    ];
  return [];
}
