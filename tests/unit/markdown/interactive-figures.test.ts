import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Root } from 'mdast';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { VFile } from 'vfile';
import { interactiveFigureNames, nameFolder } from '../../../src/figures/registry.ts';
import { rehypeBeside } from '../../../src/markdown/beside.ts';
import { remarkComponents } from '../../../src/markdown/components.ts';
import { asFigure } from '../../../src/markdown/interactive-figures.ts';
import { rehypeSections } from '../../../src/markdown/sections.ts';

interface Tag {
  type: string;
  name: string;
  attributes: { name: string; value: { value: string } | string }[];
  children: { type: string }[];
  data?: { estree: { body: { source: { value: string } }[] } };
}

/** Returns the blocks of a body after its components are parsed, and its labels. */
function readBlocks(body: string): { blocks: Tag[]; labels: unknown } {
  const processor = unified()
    .use(remarkParse)
    .use(remarkMdx)
    .use(remarkComponents, { language: () => 'en' });
  const file = new VFile({ value: body, data: { astro: { frontmatter: {} } } });
  const tree = processor.runSync(processor.parse(file), file) as Root;
  return {
    blocks: tree.children as unknown as Tag[],
    labels: file.data.astro?.frontmatter?.labels,
  };
}

const body = `
<Figure id="fig-a" src="./a.png" alt="A" />

<TokenMixing id="fig-b" length="12">

Words *of* one’s own.

</TokenMixing>

<LatencyAccuracy id="fig-c" src="./a.csv" />

<TokenMixing id="fig-d" />
`;

test('a figure is numbered among all, and gets its label, its title, its entry and its file', () => {
  const { blocks, labels } = readBlocks(body);
  assert.deepEqual(labels, [
    { key: 'fig-a', id: 'fig-a', kind: 'figure', text: '1' },
    { key: 'fig-b', id: 'fig-b', kind: 'figure', text: '2' },
    { key: 'fig-c', id: 'fig-c', kind: 'figure', text: '3' },
    { key: 'fig-d', id: 'fig-d', kind: 'figure', text: '4' },
  ]);
  const tags = blocks.filter(({ type }) => type === 'mdxJsxFlowElement');
  const attributes = tags.map((tag) =>
    Object.fromEntries(
      tag.attributes.map(({ name, value }) => [
        name,
        typeof value === 'string' ? value : `{${value.value}}`,
      ]),
    ),
  );
  assert.deepEqual(attributes, [
    {
      id: 'fig-b',
      length: '12',
      label: 'Figure 2',
      title: 'How tokens mix',
      entry: '{props.entry}',
    },
    {
      id: 'fig-c',
      src: './a.csv',
      label: 'Figure 3',
      title: 'Latency and accuracy',
      entry: '{props.entry}',
      data: '{data}',
    },
    { id: 'fig-d', label: 'Figure 4', title: 'How tokens mix', entry: '{props.entry}' },
  ]);
  // The caption is words, without a paragraph around them.
  assert.deepEqual(
    tags[0]?.children.map(({ type }) => type),
    ['text', 'emphasis', 'text'],
  );
});

test('of the figures that are not folded by their tags, those after the third are folded', () => {
  const tags = ['', '', ' folded', '', '', ''].map(
    (attribute, n) => `<TokenMixing id="fig-${n}"${attribute} />`,
  );
  const folds = readBlocks(tags.join('\n\n'))
    .blocks.filter(({ type }) => type === 'mdxJsxFlowElement')
    .map(({ attributes }) => attributes.filter(({ name }) => name === 'folded'));
  const folded = [{ type: 'mdxJsxAttribute', name: 'folded', value: null }];
  assert.deepEqual(
    folds.map((attributes) => attributes.length),
    [0, 0, 1, 0, 1, 1],
  );
  assert.partialDeepStrictEqual(folds[5], folded);
});

test('what the tags stand for is imported once, and nothing where there is none', () => {
  const imports = ({ blocks }: { blocks: Tag[] }) =>
    blocks
      .filter(({ type }) => type === 'mdxjsEsm')
      .map(({ data }) => data?.estree.body[0]?.source.value);
  assert.deepEqual(imports(readBlocks(body)), [
    '#figures/token-mixing/Figure.astro',
    '#figures/latency-accuracy/Figure.astro',
    './a.csv?raw',
  ]);
  assert.deepEqual(imports(readBlocks('Words.')), []);
});

test('a figure’s name leads to its folder', () => {
  assert.equal(nameFolder('OneLayerOneStep'), 'one-layer-one-step');
  const folders = interactiveFigureNames.map(nameFolder);
  assert.equal(new Set(folders).size, folders.length);
});

test('a figure stands in the contents below its section, and its heading below that of its text', () => {
  const processor = unified()
    .use(remarkParse)
    .use(remarkMdx)
    .use(remarkComponents, { language: () => 'en' })
    .use(remarkRehype, { passThrough: ['mdxJsxFlowElement', 'mdxjsEsm'] } as object)
    .use(rehypeSections);
  const file = new VFile({ data: { astro: { frontmatter: {} } } });
  const text = [
    '<TokenMixing id="fig-a" />',
    '## S',
    '### T',
    '<TokenMixing id="fig-b" />',
    '## U',
    '<WhoSeesWhat id="fig-c" />',
  ].join('\n\n');
  const tree = processor.runSync(processor.parse(text), file);
  const levels = tree.children.flatMap((node) => {
    const attributes = asFigure(node)?.attributes ?? [];
    return attributes.filter(({ name }) => name === 'level').map(({ value }) => value);
  });
  assert.deepEqual(levels, ['2', '4', '3']);
  assert.deepEqual(file.data.astro?.frontmatter?.sections, [
    { id: '', title: '', figures: [{ id: 'fig-a', title: 'Figure 1: How tokens mix' }] },
    { id: 's', title: 'S', figures: [{ id: 'fig-b', title: 'Figure 2: How tokens mix' }] },
    { id: 'u', title: 'U', figures: [{ id: 'fig-c', title: 'Figure 3: Who sees what' }] },
  ]);
});

test('a figure is grouped with the text of its section that sets its state in several blocks', () => {
  const processor = unified()
    .use(remarkParse)
    .use(remarkMdx)
    .use(remarkComponents, { language: () => 'en' })
    .use(remarkRehype, { passThrough: ['mdxJsxFlowElement', 'mdxjsEsm'] } as object)
    .use(rehypeBeside);
  const outline = (...blocks: string[]) => {
    const file = new VFile({ data: { astro: { frontmatter: {} } } });
    const tree = processor.runSync(processor.parse(blocks.join('\n\n')), file);
    const name = (node: (typeof tree.children)[number]): unknown => {
      if (asFigure(node)) return 'figure';
      if (node.type !== 'element') return [];
      const children = node.children.map(name).flat(2);
      return node.tagName === 'div'
        ? [`${String(node.properties.className)}:`, ...children, '.']
        : node.tagName;
    };
    return tree.children.map(name).flat(2).join(' ');
  };
  const figure = '<TokenMixing id="fig-a" />';
  const link = '[eight](#fig-a?length=8)';
  assert.equal(
    outline('## S', link, figure, 'Words.', link, '## T', 'Words.'),
    'h2 beside: p beside-figure: figure . p p . h2 p',
  );
  // One block alone, another section, and another figure.
  assert.equal(outline('## S', figure, link, '## T', link), 'h2 figure p h2 p');
  assert.equal(outline(figure, link, '<TokenMixing id="fig-b" />', link), 'figure p figure p');
});
