import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  decode,
  documents,
  exampleDocuments,
  findPage,
  portfolioDocuments,
  readPages,
  type Document,
} from '../support/document.ts';
import {
  anonymousBuild,
  exampleBuild,
  portfolioBuild,
  rootBuild,
  type Build,
} from '../support/builds.ts';
import { listVocabularyFaults, readLinkedData, type LinkedNode } from '../support/vocabulary.ts';

const block = /<script type="application\/ld\+json">([^]*?)<\/script>/g;

interface DescribedDocument extends Document {
  text: string;
  address: string;
  /** The address of the site. */
  home: string;
  nodes: LinkedNode[];
}

/** Reads the JSON-LD of each page of a build, as a reader at its address understands it. */
async function readSite({ base }: Build, pages: readonly Document[]): Promise<DescribedDocument[]> {
  const found = pages.filter(({ path }) => path !== '/404.html');
  return Promise.all(
    found.map(async (page) => {
      const blocks = [...page.html.matchAll(block)];
      assert.equal(blocks.length, 1, page.path);
      const text = blocks[0]?.[1] ?? '';
      const home = `https://example.org${base}`;
      const address = home + encodeURI(page.path.slice(1));
      return { ...page, text, address, home, nodes: await readLinkedData(text, address) };
    }),
  );
}

const sites = [
  ['the site', await readSite(rootBuild, documents)],
  ['the site in a folder', await readSite(portfolioBuild, portfolioDocuments)],
  ['the example', await readSite(exampleBuild, exampleDocuments)],
] as const;
const example = sites[2][1];
const anonymous = await readSite(anonymousBuild, readPages(anonymousBuild));

const isNamed = (node: LinkedNode) => node['@type'] !== undefined;
const idOf = (node: LinkedNode) => node['@id'] ?? '';

const read = (node: LinkedNode | undefined, property: string): unknown[] =>
  ((node?.[`http://schema.org/${property}`] ?? []) as Record<string, unknown>[]).map(
    (value) => value['@value'] ?? value['@id'],
  );

const find = (page: DescribedDocument, type: string) =>
  page.nodes.find((node) => node['@type']?.includes(`http://schema.org/${type}`));

for (const [name, site] of sites) {
  /** All described nodes by id. */
  const described = Map.groupBy(site.flatMap(({ nodes }) => nodes).filter(isNamed), idOf);

  test(`every page of ${name} is in the words of schema.org, each where it belongs`, () => {
    const typesOf = (id: string) => described.get(id)?.flatMap((node) => node['@type'] ?? []) ?? [];
    const faults = site.flatMap(({ path, nodes }) =>
      nodes
        .flatMap((node) => (isNamed(node) ? listVocabularyFaults(node, typesOf) : []))
        .map((fault) => `${path} ${fault}`),
    );
    assert.deepEqual(faults, []);
  });

  test(`what a page of ${name} refers to is described, there or on the page that it is named by`, () => {
    for (const { path, nodes } of site)
      for (const node of nodes.filter((one) => !isNamed(one) && Object.keys(one).length === 1)) {
        const id = idOf(node);
        const isOutside = !id.startsWith(site[0]?.home ?? '');
        assert.ok(
          isOutside || described.has(id) || site.some((page) => page.address === id),
          `${path} ${id}`,
        );
      }
  });

  test(`each thing of ${name} has one type and one name, wherever it is described`, () => {
    for (const [id, nodes] of described) {
      if (id === '' || site.some(({ address }) => address === id)) continue;
      const names = nodes.map((node) => [node['@type'], ...read(node, 'name')].join(' '));
      assert.equal(new Set(names).size, 1, `${id}: ${names.join(', ')}`);
    }
  });

  test(`nothing that ${name} says in JSON-LD is empty`, () => {
    for (const { path, text } of site) assert.doesNotMatch(text, /""|\[\]|\{\}|null/, path);
  });

  test(`every page of ${name} says where it stands, and what it is about is on it`, () => {
    for (const { path, address, root, nodes } of site) {
      const page = nodes.find(
        (node) => idOf(node) === address && read(node, 'isPartOf').length > 0,
      );
      assert.ok(page, path);
      const items = nodes.filter((node) => read(node, 'position').length > 0);
      if (path !== '/') assert.equal(read(items.at(-1), 'item')[0], address, path);
      const work = nodes.find((node) => isNamed(node) && idOf(node) === `${address}#work`);
      const heading = decode(root.querySelector('h1')?.textContent.trim() ?? '');
      if (work) assert.deepEqual(read(work, 'name'), [heading], path);
    }
  });
}

test('what stands above a page is called as its own heading calls it', () => {
  for (const site of sites.map(([, pages]) => pages)) {
    const above = site.flatMap(({ nodes }) =>
      nodes.filter((node) => read(node, 'position').length > 0).slice(0, -1),
    );
    assert.ok(above.length > site.length);
    for (const item of above) {
      const page = site.find(({ address }) => address === read(item, 'item')[0]);
      const heading = decode(page?.root.querySelector('h1')?.textContent.trim() ?? '');
      assert.deepEqual(read(item, 'name'), [heading]);
    }
  }
});

test('the list of works in JSON-LD is that of the page', () => {
  // An output also cites the papers that it belongs to.
  for (const site of sites.map(([, pages]) => pages))
    for (const page of site.filter(({ path }) => /^\/(research|papers)\/./.test(path))) {
      const listed = page.root
        .querySelectorAll('li[id]')
        .filter(({ id }) => id?.startsWith('ref-')).length;
      const cited = page.nodes.flatMap((node) => read(node, 'citation'));
      assert.equal(cited.length, listed, page.path);
    }
});

const at = (path: string) => {
  const page = example.find((one) => one.path === path);
  assert.ok(page, path);
  return page;
};

test('a paper says who wrote it, when it was published, where it stands and what it belongs to', () => {
  const article = find(at('/papers/published-paper/'), 'ScholarlyArticle');
  assert.deepEqual(read(article, 'creativeWorkStatus'), ['Published']);
  assert.equal(read(article, 'author')[0], 'https://example.org/example/#author');
  assert.equal(read(article, 'author').length, 2);
  assert.equal(read(article, 'datePublished').length, 1);
  assert.equal(
    read(article, 'isPartOf')[0],
    'https://example.org/example/research/what-prose-can-do/',
  );
  assert.deepEqual(read(article, 'correction'), ['Table 1 had the columns exchanged.']);
});

test('a paper that fell says so', () => {
  for (const status of ['Retracted', 'Withdrawn']) {
    const article = find(at(`/papers/${status.toLowerCase()}-paper/`), 'ScholarlyArticle');
    assert.deepEqual(read(article, 'creativeWorkStatus'), [status]);
    assert.ok(String(read(article, 'name')[0]).startsWith(`${status}: `));
  }
});

test('the author is described where one is set, and nobody where none is', () => {
  assert.ok(anonymous.length > 0);
  assert.ok(anonymous.every((page) => find(page, 'Person')?.['@id'] === undefined));
  const person = find(at('/'), 'Person');
  assert.deepEqual(read(person, 'name'), ['Ada Example']);
  assert.ok(read(person, 'sameAs').includes('https://orcid.org/0000-0002-1825-0097'));
});

test('a page that is for nothing is not described', () => {
  assert.doesNotMatch(findPage('/404.html', documents).html, block);
});

/** Mistakes that the vocabulary must find. */
const slips: [what: string, node: object][] = [
  ['a type that there is not', { '@type': 'ScholarlyPaper' }],
  ['a property that there is not', { '@type': 'ScholarlyArticle', titel: 'A' }],
  ['a property of something else', { '@type': 'ResearchProject', citation: 'A' }],
  ['a text for a thing', { '@type': 'ScholarlyArticle', isPartOf: { '@value': 'A' } }],
  ['a thing of another type', { '@type': 'WebPage', hasPart: { '@type': 'Person', name: 'A' } }],
  ['a date that is none', { '@type': 'ScholarlyArticle', datePublished: 'in press' }],
];

for (const [what, node] of slips)
  test(`the vocabulary finds ${what}`, async () => {
    const text = JSON.stringify({ '@context': 'https://schema.org', ...node });
    const [found] = await readLinkedData(text, 'https://example.org/');
    assert.ok(found);
    assert.equal(listVocabularyFaults(found, () => []).length, 1);
  });
