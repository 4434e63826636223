import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Nodes, Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { projectFolder } from '../../src/cli/project.ts';
import { testBuilds } from '../../src/cli/test.ts';
import { exampleBuild, rootBuild } from '../support/builds.ts';
import {
  decode,
  documents,
  exampleDocuments,
  listHeadings,
  readHeading,
  type Document,
} from '../support/document.ts';
import { listNodes, parseMarkdown, parseTwin } from '../../src/verify/markdown.ts';

/** A page, and its twin in parts. */
interface Pair {
  page: Document;
  file: string;
  twin: string;
  facts: Record<string, unknown>;
  tree: Root;
}

function readPair(folder: string, page: Document): Pair {
  const file = join(folder, page.path, 'index.md');
  const twin = readFileSync(file, 'utf8');
  return {
    page,
    file,
    twin,
    ...parseTwin(twin),
  };
}

const isTwinned = ({ path }: Document) => path !== '/404.html';
const builds = [
  { build: rootBuild, pages: documents.filter(isTwinned) },
  { build: exampleBuild, pages: exampleDocuments.filter(isTwinned) },
].map(({ build, pages }, index) => ({
  build,
  source: testBuilds[index === 0 ? 0 : 2]?.source ?? '',
  pairs: pages.map((page) => readPair(build.folder, page)),
}));
const pairs = builds.flatMap((one) => one.pairs);
/** Those of the example alone: of other texts it is not known which words they hold. */
const examples = builds[1]?.pairs ?? [];

test('every page but that for what is not there has a twin, and nothing else has', () => {
  for (const { build } of builds) {
    const twins = globSync('**/index.md', { cwd: build.folder });
    const pages = globSync('**/index.html', { cwd: build.folder });
    assert.ok(pages.length > 10);
    assert.deepEqual(twins.map((file) => file.replace(/md$/, 'html')).toSorted(), pages.toSorted());
  }
});

const squeeze = (text: string) => text.replace(/\s+/g, ' ').trim();

/** The headings of a page, but those in lists: the parts of a methodology are items of a list in a twin. */
function listTitles(page: Document): string[] {
  return listHeadings(page)
    .filter((heading) => heading.closest('main') !== null)
    .filter((heading) => heading.closest('.steps, .architectures, nav') === null)
    .map((heading) => `${heading.tagName.slice(1)} ${squeeze(readHeading(page, heading))}`);
}

/** The words of a part of a twin, each formula as its TeX. */
function readMarkdown(node: Nodes): string {
  if ('children' in node) return node.children.map(readMarkdown).join('');
  return 'value' in node ? node.value : '';
}

test('a twin has the headings of its page, in order', () => {
  for (const { page, file, tree } of pairs) {
    const headings = listNodes(tree, 'heading').map(
      (heading) => `${heading.depth} ${squeeze(readMarkdown(heading))}`,
    );
    const expected = listTitles(page);
    assert.ok(expected.length > 0, file);
    // Brackets of a page hold a number, those of a twin a name.
    const plain = (heading: string) => heading.replace(/ [[(].*/, '');
    assert.deepEqual(headings.map(plain), expected.map(plain), file);
  }
});

test('a twin has the formulas and the tables of its page, and each work that its page lists', () => {
  for (const { page, file, tree } of pairs) {
    const count = (selector: string) => page.root.querySelectorAll(`main ${selector}`).length;
    const formulas = [...listNodes(tree, 'math'), ...listNodes(tree, 'inlineMath')];
    assert.equal(formulas.length, count('.katex'), file);
    assert.equal(listNodes(tree, 'math').length, count('.katex-display'), file);
    assert.equal(listNodes(tree, 'table').length, count('table'), file);
    assert.equal(listNodes(tree, 'definition').length, count('.cited > li'), file);
    assert.equal(listNodes(tree, 'footnoteDefinition').length, count('aside.note'), file);
    assert.equal(listNodes(tree, 'code').length, count('pre'), file);
  }
  assert.ok(pairs.some(({ tree }) => listNodes(tree, 'footnoteDefinition').length > 0));
});

const source = unified().use(remarkParse).use(remarkMdx).use(remarkGfm).use(remarkMath);

/** The formulas of an entry as its author wrote them. */
function listTex(file: string): string[] {
  const body = readFileSync(file, 'utf8').replace(/^---\n[^]*?\n---\n/, '');
  const tree = source.parse(body);
  return [...listNodes(tree, 'math'), ...listNodes(tree, 'inlineMath')].map(({ value }) => value);
}

test('each formula of a twin is the TeX of the author, and none is left out', () => {
  let count = 0;
  for (const one of builds)
    for (const { page, file, tree } of one.pairs) {
      const [, folder, slug] = /^\/(research|papers)\/([^/]+)\/$/.exec(page.path) ?? [];
      if (folder === undefined) continue;
      const collection = folder === 'research' ? 'threads' : 'papers';
      const written = listTex(join(projectFolder, one.source, `content/${collection}/${slug}.mdx`));
      const told = [...listNodes(tree, 'math'), ...listNodes(tree, 'inlineMath')].map(({ value }) =>
        value.replace(/\n\\tag\{\d+\}$/, ''),
      );
      assert.deepEqual(told.toSorted(), written.toSorted(), file);
      count += told.length;
    }
  assert.ok(count > 100, `${count} formulas`);
});

test('nothing is left of HTML, of KaTeX, or of what was not read', () => {
  assert.ok(examples.length > 0);
  for (const { file, twin, tree } of examples) {
    assert.deepEqual(listNodes(tree, 'html'), [], file);
    assert.doesNotMatch(twin, /katex|mord|<\/|\[object|undefined|\u2060/, file);
  }
});

test('no word stands twice in a row where its author wrote it once', () => {
  assert.ok(examples.length > 0);
  for (const { file, tree } of examples) {
    const words = listNodes(tree, 'paragraph').map((paragraph) =>
      listNodes(paragraph, 'text')
        .map(({ value }) => value)
        .join(''),
    );
    for (const text of words)
      assert.doesNotMatch(text, /(?<![\p{L}’])(\p{L}{3,}) \1(?!\p{L})/iu, file);
  }
});

test('what a twin refers to is there', () => {
  for (const { build, pairs } of builds)
    for (const { file, facts, tree } of pairs) {
      const addresses = [
        ...listNodes(tree, 'link'),
        ...listNodes(tree, 'image'),
        ...listNodes(tree, 'definition'),
      ].map(({ url }) => url);
      const prefix = String(facts.address).startsWith('/') ? '' : 'https://example.org';
      for (const address of new Set([...addresses, String(facts.address)])) {
        if (!address.startsWith(prefix + build.base)) {
          assert.match(address, /^(https?:\/\/|mailto:)/, file);
          continue;
        }
        const [path = '', id] = decodeURI(address.slice(prefix.length + build.base.length)).split(
          '#',
        );
        const target = join(build.folder, path.replace(/(^|\/)$/, '$1index.html'));
        assert.ok(existsSync(target), `${file} leads to ${address}`);
        if (id !== undefined)
          assert.ok(readFileSync(target, 'utf8').includes(`id="${id}"`), `${file}: ${address}`);
      }
      const defined = listNodes(tree, 'definition').map(({ identifier }) => identifier);
      for (const { identifier } of listNodes(tree, 'linkReference'))
        assert.ok(defined.includes(identifier), `${file} has no [${identifier}]`);
    }
});

test('the facts of a twin are those of its page', () => {
  for (const { page, file, facts } of pairs) {
    const heading = page.root.querySelector('main h1')?.textContent ?? '';
    assert.equal(facts.title, squeeze(decode(heading)), file);
    const canonical = page.root.querySelector('link[rel="canonical"]')?.getAttributeValue('href');
    if (canonical) assert.equal(facts.address, canonical, file);
  }
});

test('llms.txt leads to the twins of all entries, and llms-full.txt holds them', () => {
  for (const { build, pairs } of builds) {
    const llms = readFileSync(join(build.folder, 'llms.txt'), 'utf8');
    const full = readFileSync(join(build.folder, 'llms-full.txt'), 'utf8');
    const [title, , intro] = llms.split('\n');
    assert.match(title ?? '', /^# \S/);
    assert.match(intro ?? '', /^> \S/);
    for (const { url } of listNodes(parseMarkdown(llms), 'link'))
      assert.ok(
        existsSync(
          join(build.folder, new URL(url, 'https://example.org').pathname.slice(build.base.length)),
        ),
        url,
      );
    const entries = pairs.filter(({ page }) => /^\/(research|papers)\/./.test(page.path));
    assert.ok(entries.length >= 4);
    // Footnotes have names of their own there.
    const names = [...full.matchAll(/^\[\^([^\]]+)\]:/gm)].map(([, name]) => name);
    assert.equal(new Set(names).size, names.length);
    const plain = full.replace(/\[\^\d+-/g, '[^');
    for (const { facts, twin } of entries) {
      assert.ok(llms.includes(`](${String(facts.address)}index.md): `), llms);
      assert.ok(plain.includes(twin));
    }
  }
});
