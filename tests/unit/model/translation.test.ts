import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pageHead } from '../../../src/metadata/head.ts';
import { formatStructuredData } from '../../../src/metadata/structured-data/graph.ts';
import { frameText } from '../../../src/model/translation.ts';
import { buildPaper, buildThread, buildView } from './specimen.ts';

const history = [{ date: '2026-04-09', change: 'version', note: 'More.' }];
const fields = { authors: ['Ada'], date: '2026-03-01', threads: ['salt'], tags: ['Sea'] };
const view = buildView(
  { address: 'https://ada.example/' },
  [buildThread('salt')],
  [
    buildPaper('titan', { ...fields, title: 'Titan', history }),
    buildPaper('titan.fr', { ...fields, title: 'Titan montré', language: 'fr' }),
    buildPaper('titan.pt-BR', { ...fields, title: 'Titã', language: 'pt-BR' }),
    buildPaper('titan.it', { ...fields, title: 'Titano', language: 'it' }),
  ],
);
const { frame, translations, papers, threads } = view;
const [french] = translations;
assert.ok(french?.kind === 'paper');

test('a work counts once in lists, tags and the pages of other entries', () => {
  assert.deepEqual(
    [papers, threads, view.entries, view.rows].map(({ length }) => length),
    [1, 1, 2, 2],
  );
  assert.equal(view.tags[0]?.count, 1);
  assert.deepEqual(
    threads[0]?.papers?.items.map(({ title }) => title),
    ['Titan'],
  );
});

test('each language has a page, and each page knows all of them', () => {
  assert.deepEqual(
    papers[0]?.editions?.map(({ name, address }) => [name, address]),
    [
      ['English', '/portfolio/papers/titan/'],
      ['Français', '/portfolio/papers/titan/fr/'],
      ['Italiano', '/portfolio/papers/titan/it/'],
      ['Português (Brasil)', '/portfolio/papers/titan/pt-br/'],
    ],
  );
  assert.ok(translations.every(({ editions }) => editions?.length === 4));
  const pages = view.pages.filter(({ address }) => address.startsWith('/portfolio/papers/titan/'));
  assert.deepEqual(
    pages.map(({ updated }) => updated),
    Array(4).fill('2026-04-09'),
  );
});

test('a translation is cited as its original, in words of its own language', () => {
  assert.equal(french.citation, papers[0]?.citation);
  assert.deepEqual([french.badge, french.date?.label], ['Document de travail', '1 mars 2026']);
  // The titles of other entries say that they are in another language.
  assert.deepEqual(
    french.partOf.map(({ title, language }) => [title, language]),
    [['salt', 'en']],
  );
  const words = translations.map((one) => frameText(frame, one).words.language);
  // There are no words in Italian here.
  assert.deepEqual(words, ['fr', 'en', 'pt-BR']);
  assert.equal(frameText(frame, view.entries[1] ?? french), frame);
});

test('the head of each page names all languages if the site has an address', () => {
  const list = (origin: string | undefined) =>
    pageHead({
      frame,
      title: 'T',
      description: 'D',
      path: french.address,
      origin,
      editions: french.editions,
      card: { address: '/card.png', alt: '', width: 1, height: 1 },
      palettes: { light: { paper: '#fff' }, dark: { paper: '#000' } },
    }).filter(({ hreflang }) => hreflang !== undefined);
  assert.deepEqual(list(undefined), []);
  assert.deepEqual(
    list('https://ada.example').map(({ hreflang, href }) => [hreflang, href]),
    [
      ['en', 'https://ada.example/portfolio/papers/titan/'],
      ['fr', 'https://ada.example/portfolio/papers/titan/fr/'],
      ['it', 'https://ada.example/portfolio/papers/titan/it/'],
      ['pt-BR', 'https://ada.example/portfolio/papers/titan/pt-br/'],
      ['x-default', 'https://ada.example/portfolio/papers/titan/'],
    ],
  );
});

test('machines learn of which work it is a translation', () => {
  const subject = { kind: 'entry' as const, entry: french, works: [] };
  const page = { frame, title: french.title, path: french.address, origin: undefined, subject };
  const data = formatStructuredData(page);
  assert.match(data, /"translationOfWork":\{"@id":"\/portfolio\/papers\/titan\/#work"\}/);
  assert.match(data, /"name":"Titan","item":\{"@id":"\/portfolio\/papers\/titan\/"\}/);
});
