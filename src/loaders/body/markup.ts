import { elements, isCitable, listAttributes } from '../../lib/markup.ts';
import { readAttribute } from './attributes.ts';
import { isComponent } from './components.ts';
import { isDefinedAbove } from './program-code.ts';
import { adviseOnElement, isPartOfOther } from './element-advice.ts';
import {
  findAround,
  listNodes,
  readSource,
  readWords,
  remember,
  type Body,
  type BodyFault,
  type BodyNode,
  type Correction,
} from './node.ts';

/** Returns the offsets at which TeX without dollar signs begins in the block of a node, in order. */
export function findLooseTex(node: BodyNode, body: Body): readonly number[] {
  const block = findAround(node, ['paragraph', 'heading', 'tableCell'], body);
  return block === undefined ? [] : listLooseTex(body)(block);
}

const listLooseTex = remember((body: Body) =>
  remember((block: BodyNode): number[] => {
    const commands = listNodes(block).flatMap((part) => {
      if (part.type !== 'text' || part.data?.isRead) return [];
      const start = part.position?.start.offset ?? 0;
      return Array.from(
        readSource(part, body).matchAll(/(?<!\\)\\[a-z]+/gi),
        ({ index }) => start + index,
      );
    });
    // Commands of one formula have no word of the sentence between them.
    return commands.filter((offset, index) => {
      const before = commands[index - 1];
      if (before === undefined) return true;
      const between = body.text.slice(before, offset).replace(/\\[a-z]+|\{[^{}]*\}/gi, '');
      return /\s\p{L}{2,}[,;:.)]?\s/u.test(between);
    });
  }),
);

export function checkElement(node: BodyNode, body: Body): BodyFault[] {
  if (!/^mdxJsx(Flow|Text)Element$/.test(node.type) || isComponent(node)) return [];
  const name = node.name ?? '';
  if (name === 'video' || name === 'audio') return [describePlayer(node)];
  if (isPartOfOther(node, body) || isDefinedAbove(node, body)) return [];
  if (!elements.includes(name))
    return [{ rule: 'unknown-element', ...adviseOnElement(node, body) }];
  const attributes = listAttributes(name);
  return (node.attributes ?? []).flatMap((attribute): BodyFault[] => {
    const { name: own = '', value } = attribute;
    if (!attributes.includes(own) || (typeof value === 'object' && value !== null))
      return [
        {
          rule: 'unknown-element',
          found: `<${name} ${attribute.name ?? '{…}'}>`,
          expected: `only the attributes ${attributes.join(', ')}, with values in quotation marks`,
          fix: 'Remove it. The site defines how things look.',
        },
      ];
    if (own !== 'cite' || isCitable(value)) return [];
    return [
      {
        rule: 'bad-address',
        found: `<${name} cite="${typeof value === 'string' ? value : ''}">`,
        expected: 'the address of the source, beginning with https:// or http://',
        fix: 'Write the whole address, or remove the attribute.',
      },
    ];
  });
}

/** A tag that plays a film or a sound, which the site writes itself. */
function describePlayer(node: BodyNode): BodyFault {
  const inner = listNodes(node).flatMap((one) => readAttribute(one, 'src') ?? []);
  const right = `![a description](${inner[0] ?? './talk.mp4'})`;
  return {
    rule: 'unknown-element',
    found: `<${node.name ?? ''}>`,
    expected: `a film or a sound as ${right}, which gets controls and its captions`,
    fix: `Write ${right} on its own line, in place of the whole tag.`,
  };
}

export function checkTable(node: BodyNode): BodyFault[] {
  if (node.type !== 'table') return [];
  const width = node.align?.length ?? 0;
  const rows = (node.children ?? []).filter((row) => isWideRow(row, node));
  return rows.map(({ children = [], position }) => ({
    rule: 'malformed-table',
    ...(position && { offset: position.start.offset }),
    expected: `${width} cells, as in the first row; this row has ${children.length}, and the rest would be lost`,
    fix: 'Remove the excess |. In a formula write \\vert, in text \\|.',
  }));
}

/** Whether a row has more cells than the table's header. */
export function isWideRow(row: BodyNode, { align = [] }: BodyNode): boolean {
  return (row.children?.length ?? 0) > align.length;
}

/** The level of the heading before each heading; 1, the title, before the first. */
const listLevels = remember(({ nodes }: Body) => {
  let before = 1;
  const headings = nodes.filter(({ type }) => type === 'heading');
  return new Map(
    headings.map((heading) => {
      const level = before;
      before = heading.depth ?? 1;
      return [heading, level] as const;
    }),
  );
});

/** Changes the level of a heading and of those in its section, once all headings can be read. */
function moveSection(heading: BodyNode, change: number, body: Body): Correction[] {
  const { depth = 2 } = heading;
  const headings = body.nodes.filter(({ type }) => type === 'heading');
  const rest = headings.slice(headings.indexOf(heading) + 1);
  const end = rest.findIndex((next) => (next.depth ?? 1) <= depth);
  const section = [heading, ...(end < 0 ? rest : rest.slice(0, end))];
  const levels = section.map((one) => one.depth ?? 1);
  const isUnread = /^#{1,6}[^\s#]|^\\(?:sub)*section\b/m.test(body.text);
  if (isUnread || Math.max(...levels) + change > 6) return [];
  return section.map((one, index) => {
    const old = '#'.repeat(levels[index] ?? 1);
    const isMarked = readSource(one, body).startsWith(old);
    const offset = isMarked ? (one.position?.start.offset ?? 0) : -1;
    return { offset, old, new: '#'.repeat(old.length + change) };
  });
}

/** Headings begin at level 2, since the title is level 1, and skip no level. */
export function checkHeading(node: BodyNode, body: Body): BodyFault[] {
  if (node.type !== 'heading') return [];
  const { depth = 2 } = node;
  const deepest = (listLevels(body).get(node) ?? 1) + 1;
  const words = readWords(node).trim();
  const describe = (level: number, expected: string, fix: string): BodyFault[] => [
    {
      rule: 'bad-heading',
      expected,
      nearest: `${'#'.repeat(level)} ${words}`,
      ...(body.isWhole && { corrections: moveSection(node, level - depth, body) }),
      fix,
    },
  ];
  if (!readSource(node, body).startsWith('#'))
    return describe(
      2,
      'a heading written as ## words; hyphens or equals signs below a text also make it a heading',
      'Add an empty line between the text and the hyphens, or write the heading with #.',
    );
  if (words === '')
    return [
      {
        rule: 'bad-heading',
        expected: 'words after the #',
        fix: 'Write them, or remove the line.',
      },
    ];
  if (depth === 1)
    return describe(2, '## or deeper; # is for the title, which the page adds', 'Add a #.');
  if (depth > deepest && body.isWhole)
    return describe(
      deepest,
      `at most ${'#'.repeat(deepest)}, one level below the previous heading`,
      'Remove a # for each skipped level.',
    );
  return [];
}
