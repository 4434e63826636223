import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { exampleBuild, portfolioBuild, rootBuild, type Build } from '../support/builds.ts';
import {
  documents,
  exampleDocuments,
  portfolioDocuments,
  type Document,
} from '../support/document.ts';

const relations = ['cite-as', 'author', 'item', 'describedby', 'license', 'type'];

/** The beginning of a file of each format. */
const openings: Record<string, RegExp> = {
  'application/json': /^\{\n {2}"\$schema": /,
  'application/vnd.citationstyles.csl+json': /^\[\n {2}\{\n {4}"id": /,
  'application/x-bibtex': /^@\w+\{/,
  'application/x-research-info-systems': /^TY {2}- /,
  'application/yaml': /^cff-version: /,
  'text/markdown': /^---\ntitle: /,
};

/** The citation of an entry, which has none without an author. */
const citationFiles = ['citation.bib', 'citation.ris', 'citation.json'];

interface Signpost {
  rel: string;
  href: string;
  type: string | undefined;
}

/** Returns the machine-readable links in the head of a page. */
function readHead({ root }: Document): Signpost[] {
  return root
    .querySelectorAll('head link')
    .map((link) => ({
      rel: link.getAttributeValue('rel') ?? '',
      href: link.getAttributeValue('href') ?? '',
      type: link.getAttributeValue('type') ?? undefined,
    }))
    .filter(({ rel }) => relations.includes(rel));
}

/** Returns the headers for each path in `_headers`. */
function readHeaders({ folder }: Build): Map<string, string[]> {
  const rules = readFileSync(join(folder, '_headers'), 'utf8').trimEnd().split('\n\n');
  return new Map(
    rules.map((rule) => {
      const [path = '', ...headers] = rule.split('\n');
      assert.match(path, /^\/\S*$/);
      for (const header of headers) assert.match(header, /^ {2}[A-Z][\w-]+: \S.*$/);
      return [path, headers.map((header) => header.trim())];
    }),
  );
}

function readLink(header: string): Signpost {
  const [, href, rel, type] =
    /^Link: <([^<>\s]+)>; rel="([a-z-]+)"(?:; type="([\w.+/-]+)")?$/.exec(header) ?? [];
  assert.ok(href !== undefined && rel !== undefined, header);
  return { rel, href, type };
}

const sites: [name: string, build: Build, pages: readonly Document[]][] = [
  ['the site', rootBuild, documents],
  ['the site in a folder', portfolioBuild, portfolioDocuments],
  ['the example', exampleBuild, exampleDocuments],
];

for (const [name, build, pages] of sites) {
  const headers = readHeaders(build);
  const isEntry = ({ path }: Document) => /^\/(research|papers|outputs)\/./.test(path);
  const linked = pages.filter((page) => isEntry(page) || page.path === '/');
  const place = (page: Document) => build.base + page.path.slice(1);

  test(`a host is told to send the links that are in the heads of ${name}, and no others`, () => {
    for (const page of linked)
      assert.deepEqual(headers.get(place(page))?.map(readLink), readHead(page), page.path);
    const others = pages.filter((page) => !linked.includes(page));
    assert.deepEqual(others.flatMap(readHead), []);
    assert.equal(
      [...headers.values()].flat().filter((one) => one.startsWith('Link:')).length,
      linked.flatMap(readHead).length,
    );
  });

  test(`what describes an entry of ${name} is there, in the format that its link says`, () => {
    for (const page of linked)
      for (const { rel, href, type } of readHead(page)) {
        const { pathname } = new URL(href, 'https://example.org');
        const isHere = URL.parse(href)?.origin === 'https://example.org' || href.startsWith('/');
        if (rel !== 'describedby' && type !== 'text/markdown') continue;
        assert.ok(isHere && pathname.startsWith(build.base), href);
        const file = join(build.folder, pathname.slice(build.base.length));
        const opening = openings[type ?? ''];
        assert.ok(opening, type);
        assert.match(readFileSync(file, 'utf8'), opening, href);
      }
  });

  test(`every entry of ${name} has what machines ask of the page of a work`, () => {
    for (const page of pages.filter(isEntry)) {
      const found = Map.groupBy(readHead(page), ({ rel }) => rel);
      const isNamed = page.root.querySelector('meta[name="author"]') !== null;
      const isElsewhere = !page.path.startsWith('/research/');
      const citations = isNamed ? citationFiles : [];
      assert.deepEqual(
        found.get('describedby')?.flatMap(({ href }) => /[^/]+$/.exec(href) ?? []),
        [...(isElsewhere ? ['index.md'] : []), ...citations, 'research.json'],
        page.path,
      );
      assert.deepEqual(
        citationFiles.filter((file) => existsSync(join(build.folder, page.path, file))),
        citations,
        page.path,
      );
      assert.equal(page.root.querySelector('.how-to-cite') !== null, isNamed, page.path);
      assert.equal(found.get('type')?.[0]?.href, 'https://schema.org/AboutPage');
      assert.equal(found.get('type')?.length, 2);
      const read = (selector: string) =>
        page.root.querySelectorAll(selector).map((link) => link.getAttributeValue('href') ?? '');
      const doi = read('.how-to-cite a').find((href) => href.startsWith('https://doi.org/'));
      const [address] = doi === undefined ? read('link[rel="canonical"]') : [doi];
      assert.deepEqual(
        found.get('cite-as')?.map(({ href }) => href),
        address === undefined ? undefined : [address],
        page.path,
      );
    }
  });
}

test('the author, the file of a paper and the licence are linked where they are set', () => {
  const find = (path: string) => {
    const page = exampleDocuments.find((one) => one.path === path);
    assert.ok(page);
    return readHead(page).filter(({ rel }) => ['author', 'item', 'license'].includes(rel));
  };
  const license = {
    rel: 'license',
    href: 'https://creativecommons.org/licenses/by/4.0/',
    type: undefined,
  };
  assert.deepEqual(find('/papers/published-paper/'), [
    { rel: 'author', href: 'https://orcid.org/0000-0002-1825-0097', type: undefined },
    { rel: 'item', href: 'https://example.org/paper.pdf', type: 'application/pdf' },
  ]);
  // It names no author, and may have another licence than the texts of the site.
  assert.deepEqual(find('/papers/draft-paper/'), []);
  assert.deepEqual(find('/research/what-prose-can-do/').at(-1), license);
});
