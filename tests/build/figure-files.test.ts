import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Element, Nodes } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { XmlDocument } from 'libxml2-wasm';
import { toString as readText } from 'hast-util-to-string';
import { hasClass, listClasses, listElements } from '../../src/published/tree.ts';
import { anonymousBuild, exampleBuild, portfolioBuild, rootBuild } from '../support/builds.ts';
import { readPages } from '../support/document.ts';
import { jsonFeed } from '../../src/verify/formats.ts';
import { listNodes, parseTwin } from '../../src/verify/markdown.ts';

/** A figure of a page, and its file. */
interface Pictured {
  figure: Element;
  title: Element;
  page: string;
  file: string;
}

const isSvg = ({ tagName }: Element) => tagName === 'svg';

/** The drawings of a page that its file shows: each panel has another for little room. */
const isWide = hasClass('wide');

const builds = [rootBuild, portfolioBuild, exampleBuild, anonymousBuild].map((build) => {
  const figures = readPages(build).flatMap(({ path, html }): Pictured[] => {
    const page = path.slice(1);
    const tree = fromHtml(html);
    const titles = listElements([tree], hasClass('interactive-title'));
    return listElements([tree], hasClass('interactive')).map((figure, index) => {
      const title = titles[index] ?? figure;
      return { figure, title, page, file: `${page}${String(figure.properties.id)}.svg` };
    });
  });
  return { ...build, figures };
});

const read = (folder: string, file: string) => readFileSync(join(folder, file), 'utf8');

/**
 * Parses an SVG file into the same kind of tree as pages. Throws on invalid XML, which is stricter
 * than HTML.
 */
function parseSvg(text: string): Element {
  XmlDocument.fromString(text).dispose();
  const [root] = listElements([fromHtml(text, { fragment: true })], isSvg);
  assert.equal(root?.properties.xmlns, 'http://www.w3.org/2000/svg');
  return root;
}

/** Returns the classes of elements and their descendants. */
const listAllClasses = (nodes: readonly Nodes[]): string[] =>
  nodes.flatMap((node) => [
    ...(node.type === 'element' ? listClasses(node) : []),
    ...('children' in node ? listAllClasses(node.children) : []),
  ]);

/** Returns the content of drawings with all numbers, one text each. */
const listDrawn = (drawings: readonly Element[]) =>
  drawings.map(({ children }) => toHtml(children, { space: 'svg' }));

test('every interactive figure has its file beside its page, and no file is without one', () => {
  for (const { folder, figures } of builds) {
    const files = globSync(['research/**/*.svg', 'papers/**/*.svg'], { cwd: folder });
    const expected = figures.flatMap(({ figure, file }) => {
      const offer = listElements([figure], hasClass('interactive-poster'));
      return [file, ...offer.map(() => file.replace('.svg', '.poster.svg'))];
    });
    assert.deepEqual(files.toSorted(), expected.toSorted(), folder);
  }
  assert.deepEqual(
    builds.filter(({ figures }) => figures.length === 0).map(({ folder }) => folder),
    [],
  );
});

for (const { folder, base, figures } of builds)
  test(`each picture of the site at ${folder.split('/').at(-1)} stands by itself and shows what its page shows`, () => {
    for (const { figure, title, file } of figures) {
      const text = read(folder, file);
      assert.doesNotMatch(text, /var\(|--color|<script|href=|NaN|undefined|\[object/, file);
      const [panels] = listElements([figure], hasClass('panels'));
      assert.ok(panels);
      const { children } = parseSvg(text);
      const list = (tag: string) =>
        children.filter((node) => node.type === 'element' && node.tagName === tag) as Element[];
      const style = list('style').map(readText).join('');
      const styled = new Set(Array.from(style.matchAll(/\.([\w-]+)/g), ([, name]) => name));
      assert.match(style, /@media \(prefers-color-scheme:dark\)/);
      for (const name of listAllClasses(children))
        assert.ok(styled.has(name), `${file}: no rule for .${name}`);

      const [drawn, original] = [list('svg'), listElements([panels], isWide)];
      assert.ok(original.length > 0);
      assert.deepEqual(listDrawn(drawn), listDrawn(original), file);
      assert.deepEqual(
        drawn.map(({ properties }) => properties.ariaLabel),
        original.map(({ properties }) => properties.ariaLabel),
      );

      const words = list('text').map(readText);
      const titles = [title, ...listElements([figure], hasClass('panel-title'))].map(readText);
      assert.deepEqual(words.slice(0, titles.length), titles, file);
      assert.deepEqual(list('title').map(readText), titles.slice(0, 1));
      const caption = words.slice(titles.length);
      assert.match(caption.join(' '), /^Figure \d+\. /, file);
      // A known host is included. A long address continues on the next line.
      const address = /https:\S+#[\w-]+$/.exec(caption.join(''))?.[0];
      const path = `${base}${file.replace(/([\w-]+)\.svg$/, '#$1')}`;
      const hasAddress = existsSync(join(folder, 'sitemap.xml'));
      assert.equal(address, hasAddress ? `https://example.org${path}` : undefined);
    }
  });

test('a poster stands by itself, and its page leads to it', () => {
  const offers = builds.flatMap(({ figures }) =>
    figures.flatMap(({ figure }) => listElements([figure], hasClass('interactive-poster'))),
  );
  assert.notEqual(offers.length, 0);
  for (const { folder, base, figures } of builds)
    for (const { figure, file } of figures) {
      const offer = listElements([figure], hasClass('interactive-poster'));
      const links = listElements(offer, ({ tagName }) => tagName === 'a');
      const isPrinted = existsSync(
        join(folder, file.replace(/[^/]+$/, ''), `${file.split('/').at(-2)}.pdf`),
      );
      const formats = offer.length === 0 ? [] : isPrinted ? ['svg', 'pdf'] : ['svg'];
      const expected = formats.map((format) => file.replace(/svg$/, `poster.${format}`));
      assert.deepEqual(
        links.map(({ properties }) => properties.href),
        expected.map((path) => base + path),
      );
      for (const path of expected) assert.ok(existsSync(join(folder, path)), path);
      for (const path of expected.slice(0, 1)) {
        const text = read(folder, path);
        assert.doesNotMatch(text, /var\(|--color|<script|href=|NaN|undefined|\[object/, path);
        assert.equal(parseSvg(text).properties.width, '420mm');
      }
    }
});

test('a page leads to the picture, its feed and its twin show it, with what its panels are', () => {
  for (const { folder, base, figures } of builds) {
    const origin = existsSync(join(folder, 'feed.json')) ? 'https://example.org' : '';
    const items = origin === '' ? [] : jsonFeed.parse(JSON.parse(read(folder, 'feed.json'))).items;
    const pages = new Set(figures.map(({ page }) => page));
    const shown = new Map(
      Array.from(pages, (page) => {
        const { tree } = parseTwin(read(folder, `${page}index.md`));
        const html = items.find(({ id }) => id === `${origin}${base}${page}`)?.content_html;
        const pictures = listElements([fromHtml(html ?? '')], ({ tagName }) => tagName === 'img');
        return [page, { images: listNodes(tree, 'image'), html, pictures }] as const;
      }),
    );
    for (const { figure, page, file } of figures) {
      const offer = listElements([figure], hasClass('interactive-file'));
      const links = listElements(offer, ({ properties }) => 'download' in properties);
      assert.deepEqual(
        links.map(({ properties }) => properties.href),
        [base + file],
      );
      const drawings = listElements(listElements([figure], hasClass('panels')), isWide);
      const alt = drawings.map(({ properties }) => properties.ariaLabel).join(' ');
      const src = origin + base + file;
      const { images = [], html, pictures = [] } = shown.get(page) ?? {};
      assert.equal(images.find(({ url }) => url === src)?.alt, alt, `${page}index.md`);
      // An entry without a date is in no feed.
      if (html === undefined) continue;
      const picture = pictures.find(({ properties }) => properties.src === src);
      assert.equal(picture?.properties.alt, alt, `the feed on ${page}`);
    }
  }
});
