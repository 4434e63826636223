import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from 'yaml';
import { buildAnonymousTexts } from '../../../src/anonymity/copy.ts';
import { splitText } from '../../../src/loaders/entry-file.ts';
import { paper } from '../../../src/kinds/paper/schema.ts';

const site = `title: Research
address: https://ada.example.org/
author:
  name: Ada Lovelace
  github: ada
language: en
`;

const thread = `---
title: A Thread # by Ada
references: [garg2022, lovelace1843]
repository: ada/engine
formerly: /~ada/engine/
question: What does [@lovelace1843] say?
---

Ada wrote @lovelace1843.
`;

const accepted = `---
title: A Paper
status: accepted
type: phd-thesis
venue:
  acronym: CONF
  year: 2026
  name: Conference
date: 2026-01-02
authors:
  - Ada Lovelace
history:
  - date: 2026-01-02
    change: status
    note: Accepted.
links: [{ label: PDF, address: https://example.org/ada.pdf }]
abstract: What it says.
---
`;

const retracted = accepted
  .replace('accepted', 'Retracted')
  .replace('change: status', 'change: retraction');

const bib = `@misc{lovelace1843, title = {Notes}, author = {Lovelace, Ada}, year = {1843}}
@misc{lovelace1844,
  title = {Notes},
  author = {Lovelace, Ada},
  editor = {Babbage, Charles},
  publisher = {Taylor},
  year = {1844}
}
@misc{garg2022, title = {T}, author = {Garg, Shivam}, year = {2022}}
`;

const texts = new Map([
  ['content/site.yaml', site],
  ['content/threads/thread.mdx', thread],
  ['content/papers/accepted.mdx', accepted],
  ['content/papers/retracted.mdx', retracted],
  ['content/references.bib', bib],
]);

function build(wishes = {}) {
  const { copy } = buildAnonymousTexts(texts, ['Ada Lovelace'], wishes);
  return (name: string) => copy.get(`content/${name}`) ?? '';
}

const parseFields = (text: string): unknown => parse(splitText(text)?.fields ?? '');

test('what leads to the author is not among the settings, and the others stand in their lines', () => {
  const text = build()('site.yaml');
  assert.deepEqual(parse(text), { title: 'Research', language: 'en' });
  assert.equal(text.split('\n').indexOf('language: en'), site.split('\n').indexOf('language: en'));
});

test('an entry has no authors, links, repository and former addresses, and cites what is withheld by its new key', () => {
  const text = build()('threads/thread.mdx');
  assert.deepEqual(parseFields(text), {
    title: 'A Thread',
    references: ['garg2022', 'anonymous-1'],
    question: 'What does [@anonymous-1] say?',
  });
  // The author's own words remain, to be found.
  assert.equal(text.split('\n').at(-2), 'Ada wrote @anonymous-1.');
  assert.equal(text.split('\n').length, thread.split('\n').length);
});

test('nothing is left of the people around the author', () => {
  const people = 'Charles Babbage:\n  role: advisor\n';
  const { copy } = buildAnonymousTexts(new Map([['content/people.yaml', people]]), []);
  assert.match(copy.get('content/people.yaml') ?? '', /^ +\n +\n$/);
});

test('a reference that stands without a list is renamed too', () => {
  const one = thread.replace(/^references: .*$/m, 'references: lovelace1843');
  const { copy } = buildAnonymousTexts(new Map([...texts, ['content/threads/thread.mdx', one]]), [
    'Ada Lovelace',
  ]);
  assert.match(copy.get('content/threads/thread.mdx') ?? '', /^references: anonymous-1$/m);
});

test('what stands for a withheld work takes as many lines, so that each work stands where it stood', () => {
  const text = build()('references.bib');
  assert.match(text, /^@misc\{anonymous-1, title = \{Withheld.*1843\}\}\n@misc\{anonymous-2,/);
  assert.doesNotMatch(text, /lovelace|Notes/i);
  assert.equal(text.split('\n').length, bib.split('\n').length);
  assert.equal(text.split('\n').at(-2), bib.split('\n').at(-2));
});

test('the works that are withheld are told', () => {
  const { withheld } = buildAnonymousTexts(texts, ['Ada Lovelace']);
  assert.deepEqual(withheld, ['lovelace1843', 'lovelace1844']);
});

test('a paper keeps its venue unless that is to be left out', () => {
  const kept = parseFields(build()('papers/accepted.mdx')) as object;
  const hidden = parseFields(build({ withoutVenues: true })('papers/accepted.mdx'));
  assert.deepEqual(Object.keys(kept), [
    ...['title', 'status', 'type', 'venue', 'date', 'history', 'abstract'],
  ]);
  assert.deepEqual(hidden, {
    title: 'A Paper',
    status: 'withheld',
    abstract: 'What it says.',
  });
  assert.ok(paper.safeParse(hidden).success);
});

test('a paper that was retracted says so even without its venue', () => {
  const fields = parseFields(build({ withoutVenues: true })('papers/retracted.mdx'));
  const { data } = paper.safeParse(fields);
  assert.equal(data?.status, 'retracted');
  assert.equal(data.venue, undefined);
  assert.equal(data.history.length, 1);
});
