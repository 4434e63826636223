import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from 'yaml';
import { buildAnonymousTexts } from '../../../src/anonymity/copy.ts';
import { findIdentity } from '../../../src/anonymity/identity.ts';

const site = `title: T
navigation:
  - label: Papers
    page: /papers/
  - label: About
    page: /about/#me
  - { label: CV, address: ./cv.pdf }
  - label: Group
    address: https://example.org/
author: { name: Ada Lovelace }
`;
const thread = '---\ntitle: T\n---\n\nSee [her](/about/#me), [news](/news/) and [it](/papers/).\n';

function build(settings = site) {
  const texts = new Map([
    ['content/site.yaml', settings],
    ['content/references.bib', ''],
    ['content/news.yaml', '- { date: 2026, sentence: Ada Lovelace won. }\n'],
    ['content/pages/about.mdx', '---\ntitle: About\n---\n\nI am Ada.\n'],
    ['content/threads/one.mdx', thread],
  ]);
  return buildAnonymousTexts(texts, ['Ada Lovelace']);
}

test('pages and news are left out of the copy', () => {
  const { copy, removed } = build();
  assert.deepEqual(removed, ['content/news.yaml', 'content/pages/about.mdx']);
  assert.deepEqual([...copy.keys()].length, 3);
});

test('the navigation of the copy has the pages that remain, and no files and other sites', () => {
  const copied = build().copy.get('content/site.yaml') ?? '';
  assert.deepEqual(parse(copied), {
    title: 'T',
    navigation: [{ label: 'Papers', page: '/papers/' }],
  });
  assert.equal(copied.split('\n').length, site.split('\n').length);
});

test('the other sites of the navigation identify the author, and its files do not', () => {
  const { identifiers } = findIdentity(new Map([['content/site.yaml', site]]));
  assert.deepEqual(
    identifiers.map(({ field, text }) => [field, text]),
    [
      ['navigation.3.address', 'https://example.org/'],
      ['author.name', 'Ada Lovelace'],
    ],
  );
});

test('a navigation of which nothing remains is left out', () => {
  const { copy } = build('title: T\nnavigation:\n  - { label: A, page: /about/ }\n');
  assert.deepEqual(parse(copy.get('content/site.yaml') ?? ''), { title: 'T' });
});

test('links to what is left out lead to the Research page', () => {
  const text = build().copy.get('content/threads/one.mdx') ?? '';
  assert.match(text, /See \[her\]\(\/\), \[news\]\(\/\) and \[it\]\(\/papers\/\)\./);
});

test('translations of pages are left out, and those of works that have no file', () => {
  const french = '---\ntitle: T\nquestion: Q\n---\n';
  const { copy, removed } = buildAnonymousTexts(
    new Map([
      ['content/site.yaml', site],
      ['content/references.bib', ''],
      ['content/pages/about.mdx', '---\ntitle: About\n---\n'],
      ['content/pages/about.fr.mdx', '---\ntitle: Moi\n---\n'],
      ['content/papers/moon.fr.mdx', '---\ntitle: Lune\n---\n'],
      ['content/threads/one.mdx', '---\ntitle: T\n---\n\n[Moi](/about/fr/).\n'],
      ['content/threads/one.fr.mdx', french],
    ]),
    ['Ada Lovelace'],
  );
  assert.deepEqual(removed, [
    'content/pages/about.mdx',
    'content/pages/about.fr.mdx',
    'content/papers/moon.fr.mdx',
  ]);
  assert.equal(copy.get('content/threads/one.fr.mdx'), french);
  assert.match(copy.get('content/threads/one.mdx') ?? '', /\[Moi\]\(\/\)/);
});
