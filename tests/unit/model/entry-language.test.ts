import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findForms } from '../../../src/kinds/forms.ts';
import { describeTexts } from '../../../src/lib/language.ts';
import { describeLanguage } from '../../../src/metadata/page-language.ts';
import { linkEntry } from '../../../src/model/entry.ts';
import { formatAtom } from '../../../src/published/atom.ts';
import { buildFeeds } from '../../../src/published/feed.ts';
import { formatJsonFeed } from '../../../src/published/json-feed.ts';
import { checkAtom, jsonFeed } from '../../../src/verify/formats.ts';
import { buildPaper, buildThread, buildView } from './specimen.ts';

const origin = 'https://ada.example';
const history = [{ date: '2026-04-09', change: 'version', note: 'Mehr.' }];
const fields = { authors: ['Ada'], date: '2026-03-01', history };

const build = (language: string, settings: object = {}) =>
  buildView(
    settings,
    [buildThread('frage', { language })],
    [buildPaper('antwort', { ...fields, language: language.toUpperCase(), threads: ['frage'] })],
  );

test('an entry keeps its language in each of its forms', () => {
  const view = build('de', { address: `${origin}/portfolio/` });
  const { frame, papers, threads, rows } = view;
  for (const entry of [...papers, ...threads]) {
    assert.equal(entry.language, 'de');
    const forms = findForms(entry);
    const page = { frame, title: entry.title, path: entry.address, origin };
    assert.equal(forms.listFacts(entry, frame, (address) => address).language, 'de');
    assert.match(JSON.stringify(forms.describe(entry, [], page)), /"inLanguage":"de"/);
  }
  const [paper] = papers;
  assert.ok(paper);
  assert.ok(
    findForms(paper)
      .listScholarly?.(paper, [], new URL(origin))
      .some(({ name, content }) => name === 'citation_language' && content === 'de'),
  );
  // So has its title, wherever it is.
  const links = [...rows, ...paper.threads, ...(threads[0]?.papers?.items ?? [])].map(linkEntry);
  assert.deepEqual(
    links.map(({ language }) => language),
    ['de', 'de', 'de', 'de'],
  );
  const contents = new Map(view.entries.map(({ address }) => [address, '<p>?</p>']));
  const [feed] = buildFeeds(view, contents, origin);
  assert.ok(feed);
  const atom = formatAtom(feed);
  assert.equal(atom.match(/<entry xml:lang="de">/g)?.length, 3);
  assert.match(atom, /<feed [^>]*xml:lang="en"/);
  assert.doesNotThrow(() => checkAtom(atom));
  const { items, language } = jsonFeed.parse(JSON.parse(formatJsonFeed(feed)));
  assert.deepEqual([language, ...items.map((item) => item.language)], ['en', 'de', 'de', 'de']);
});

test('an entry in a script from right to left has its direction', () => {
  assert.deepEqual(describeTexts('ar'), { lang: 'ar', dir: 'rtl' });
  assert.deepEqual(describeTexts('de'), { lang: 'de', dir: 'ltr' });
  assert.deepEqual(describeTexts(undefined), {});
});

const describe = (settings: object, language = 'en') =>
  describeLanguage(build(language, settings).frame);

test('the words of the site say their language where an entry has another one', () => {
  assert.deepEqual(describe({}, 'ar').own, { lang: 'en' });
  const { lang, dir, own, english, works, script } = describe({ language: 'en-GB' }, 'ar');
  assert.deepEqual(
    [lang, dir, own, english, works, script],
    [...['en-GB', undefined, { lang: 'en-GB' }, { lang: 'en-GB' }, {}, undefined]],
  );
  assert.deepEqual(describe({}).own, {});
  assert.deepEqual(describeLanguage(buildView({}, [buildThread('t')], []).frame).own, {});
});

test('the search of a site in Arabic runs from right to left', () => {
  const read = (language: string) => JSON.parse(describe({ language }).script ?? '{}') as object;
  assert.deepEqual(Object.entries(read('ar')).slice(0, 2), [
    ['language', 'ar'],
    ['dir', 'rtl'],
  ]);
  assert.ok(!('dir' in read('de')));
});

test('a site in a language with words says which of its words are in English', () => {
  const { own, english, works, script } = describe({ language: 'de-CH' }, 'de-CH');
  assert.deepEqual([own, english, works], [{}, { lang: 'en' }, { lang: 'en' }]);
  const words = JSON.parse(script ?? '') as { language: string; close: string };
  assert.deepEqual([words.language, words.close], ['de-CH', 'Schließen']);
});

test('a site from right to left has words in both directions', () => {
  const { dir, own, english } = describe({ language: 'ar' }, 'en');
  assert.deepEqual(
    [dir, own, english],
    ['rtl', { lang: 'ar', dir: 'rtl' }, { lang: 'en', dir: 'ltr' }],
  );
});

test('a site in a language without words has them in English', () => {
  const { lang, dir, own, script } = describe({ language: 'he' }, 'he');
  assert.deepEqual([lang, dir, own, script], ['he', 'rtl', { lang: 'en' }, undefined]);
});
