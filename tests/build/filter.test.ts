import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { HtmlElement } from 'html-validate';
import { findBuild } from '../support/builds.ts';
import { decode, documents, readPages, type Document } from '../support/document.ts';

const readText = (element: HtmlElement | null): string =>
  decode(element?.textContent ?? '')
    .replace(/\s+/g, ' ')
    .trim();

/** Compares every filter of a site, below `base`, with its address. */
function testFilters(documents: Document[], base: string): void {
  /** Returns the target of a link in the form of document paths. */
  const readAddress = (link: HtmlElement | null): string | undefined => {
    const address = link?.getAttributeValue('href');
    return address ? decodeURI(address).replace(base, '/') : undefined;
  };

  const listTags = (page: Document | undefined): (string | undefined)[] =>
    page?.root.querySelectorAll('[aria-label="Tags"] a').map(readAddress) ?? [];

  /** Every entry, with the kind and tags from its own page. */
  const entries = documents
    .filter(({ path }) => /^\/(research|papers|outputs)\/./.test(path))
    .map((page) => ({
      address: page.path,
      kind: page.path.startsWith('/papers/') ? 'papers' : 'threads',
      tags: listTags(page),
    }));

  /** Returns the values of one part of a filter. */
  const listChoices = (filter: HtmlElement, name: string) =>
    filter.querySelectorAll(`[aria-label="${name}"] li`).map((item) => {
      const label = readText(item.querySelector('a, span'));
      const count = readText(item).slice(label.length).trim();
      return {
        label,
        count: count === '' ? undefined : Number(count),
        address: readAddress(item.querySelector('a')),
        isCurrent: item.querySelector('[aria-current]') !== null,
      };
    });

  /** Every page with a filter, and the selection in its address. */
  const pages = documents.flatMap(({ path, root }) => {
    const filter = root.querySelector('nav[aria-label="Filter"]');
    if (!filter) return [];
    const [, tag, taggedKind] = /^(\/tags\/[^/]+\/)(\w+)?/.exec(path) ?? [];
    const kind = { '/research/': 'threads', '/papers/': 'papers' }[path] ?? taggedKind;
    const table = root.querySelectorAll('main table tbody a');
    const list = root.querySelectorAll('main article h2 a, main article h3 a');
    const rows = (table.length > 0 ? table : list).map(readAddress);
    const choices = ['Kind', 'Tag'].map((name) => listChoices(filter, name));
    return { path, root, kind, tag, rows, filter, choices };
  });

  /** The entries of a selection. Without a filter, they are those that the Research page shows. */
  const find = (kind: string | undefined, tag: string | undefined): (string | undefined)[] =>
    !kind && !tag
      ? (pages.find(({ path }) => path === '/')?.rows ?? [])
      : entries
          .filter(
            (entry) => (kind ?? entry.kind) === entry.kind && (!tag || entry.tags.includes(tag)),
          )
          .map(({ address }) => address);

  test('the Research page, each kind, each tag and each tag of a kind has a filter', () => {
    const tags = new Set(entries.flatMap((entry) => entry.tags));
    const expected = [...tags].flatMap((tag) =>
      [undefined, 'threads', 'papers']
        .filter((kind) => find(kind, tag).length > 0)
        .map((kind) => `${tag}${kind ? `${kind}/` : ''}`),
    );
    assert.ok(tags.size > 0);
    assert.deepEqual(
      pages.map(({ path }) => path).toSorted(),
      ['/', '/research/', '/papers/', ...expected].toSorted(),
    );
  });

  type FilteredPage = (typeof pages)[number];

  /** `check` compares one page with its address. */
  function testEachFilter(name: string, check: (page: FilteredPage) => void): void {
    test(`every filter ${name}`, () => {
      for (const page of pages) check(page);
    });
  }

  testEachFilter('leaves what the address says, and says how many of how many', (page) => {
    const { path, kind, tag, rows, filter } = page;
    assert.deepEqual(rows.toSorted(), find(kind, tag).toSorted(), path);
    const summary = `Showing ${rows.length} of ${entries.length} entries`;
    assert.ok(readText(filter).includes(summary), `${path}: ${readText(filter)}`);
  });

  testEachFilter('numbers its entries from 1', ({ path, root, rows }) => {
    const numbers = root
      .querySelectorAll(path.startsWith('/tags/') || path === '/' ? 'tbody tr' : 'main article')
      // A letter that stands for a drawing may follow the number.
      .map((row) => parseInt(readText(row.querySelector('.text-accent'))));
    assert.deepEqual(
      numbers,
      rows.map((_, index) => index + 1),
      path,
    );
  });

  test('the Research page shows three threads and six papers, and links all of the papers', () => {
    const [home] = pages.filter(({ path }) => path === '/');
    const kinds = home?.rows.map((address = '') => address.split('/')[1]);
    assert.deepEqual(kinds, [
      ...Array<string>(3).fill('research'),
      ...Array<string>(6).fill('papers'),
    ]);
    const links = home?.root
      .querySelectorAll('main a')
      .filter((link) => readText(link) === 'All 8 papers');
    assert.deepEqual(links?.map(readAddress), ['/papers/', '/papers/']);
  });

  testEachFilter('can be cleared where something is chosen, and only there', ({ path, filter }) => {
    const links = filter.querySelectorAll('a').filter((link) => readText(link).startsWith('Clear'));
    assert.deepEqual(links.map(readAddress), path === '/' ? [] : ['/'], path);
  });

  testEachFilter(
    'says how many each choice leaves, and leads there if any',
    ({ path, tag, choices }) => {
      const listSizes = (part: (typeof choices)[number]) =>
        part.map(({ address }) => pages.find((page) => page.path === address)?.rows.length ?? 0);
      const [kinds = []] = choices;
      assert.deepEqual(
        listSizes(kinds),
        [undefined, 'threads', 'papers'].map((kind) => find(kind, tag).length),
        path,
      );
      for (const part of choices) {
        const sizes = listSizes(part);
        // Where no choice leaves more than one entry, numbers would say nothing.
        const isCounted = sizes.slice(1).some((size) => size > 1);
        assert.deepEqual(
          part.map(({ count }) => count),
          sizes.map((size) => (isCounted ? size : undefined)),
          path,
        );
      }
    },
  );

  testEachFilter('keeps the tag beside another kind, and the kind beside another tag', (page) => {
    const [kinds = [], tags = []] = page.choices;
    const follow = ({ address }: { address: string | undefined }) =>
      pages.filter(({ path }) => path === address);
    for (const { path, tag } of kinds.flatMap(follow)) assert.equal(tag, page.tag, path);
    for (const { path, kind } of tags.flatMap(follow)) assert.equal(kind, page.kind, path);
  });

  testEachFilter('marks its own kind and tag, and them alone', ({ path, choices }) => {
    for (const part of choices) {
      const marked = part.filter(({ isCurrent }) => isCurrent);
      assert.deepEqual(
        marked.map(({ address }) => address),
        [path],
      );
    }
  });

  test('every selection can be reached from the Research page by the filter alone', () => {
    const reached = new Set(['/']);
    for (const path of reached)
      for (const { address } of pages.find((page) => page.path === path)?.choices.flat() ?? [])
        if (address) reached.add(address);
    assert.deepEqual([...reached].toSorted(), pages.map(({ path }) => path).toSorted());
  });
}

// Its tags have every feature of labels: signs, spaces, other scripts.
describe('a site of more than ten entries', () => {
  const grown = findBuild('grown');
  testFilters(readPages(grown), grown.base);
});

test('a site of fewer entries shows all of them without a filter', () => {
  const filters = documents.flatMap(({ root }) =>
    root.querySelectorAll('nav[aria-label="Filter"]'),
  );
  assert.deepEqual(filters, []);
});
