import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Root } from 'mdast';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { VFile } from 'vfile';
import { interactiveFigureNames, nameFolder, nameWords } from '../../../src/figures/registry.ts';
import { remarkComponents } from '../../../src/markdown/components.ts';

interface Tag {
  type: string;
  name: string;
  attributes: { name: string; value: { value: string } | string }[];
  children: { type: string }[];
  data?: { estree: { body: { source: { value: string } }[] } };
}

/** Returns the blocks of a body after its components are parsed, and its labels. */
function readBlocks(body: string): { blocks: Tag[]; labels: unknown } {
  const processor = unified().use(remarkParse).use(remarkMdx).use(remarkComponents);
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

test('a figure is numbered among all, and gets its label, its entry and its file', () => {
  const { blocks, labels } = readBlocks(body);
  assert.deepEqual(labels, [
    { key: 'fig-a', id: 'fig-a', text: 'Figure 1' },
    { key: 'fig-b', id: 'fig-b', text: 'Figure 2' },
    { key: 'fig-c', id: 'fig-c', text: 'Figure 3' },
    { key: 'fig-d', id: 'fig-d', text: 'Figure 4' },
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
    { id: 'fig-b', length: '12', label: 'Figure 2', entry: '{props.entry}' },
    { id: 'fig-c', src: './a.csv', label: 'Figure 3', entry: '{props.entry}', data: '{data}' },
    { id: 'fig-d', label: 'Figure 4', entry: '{props.entry}' },
  ]);
  // The caption is words, without a paragraph around them.
  assert.deepEqual(
    tags[0]?.children.map(({ type }) => type),
    ['text', 'emphasis', 'text'],
  );
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

test('a figure’s name leads to its folder, and is read as words', () => {
  assert.equal(nameFolder('OneLayerOneStep'), 'one-layer-one-step');
  assert.equal(nameWords('OneLayerOneStep'), 'One layer one step');
  const folders = interactiveFigureNames.map(nameFolder);
  assert.equal(new Set(folders).size, folders.length);
});
