import assert from 'node:assert/strict';
import { test } from 'node:test';
import { en } from '../../../src/words/en.ts';
import type { Plural } from '../../../src/words/format.ts';
import { english, findWords, languages } from '../../../src/words/words.ts';

type Leaf = string | Plural;

const isPlural = (value: object): value is Plural => 'other' in value;

/** The texts of a language by their paths. */
function listTexts(value: unknown, path = ''): [path: string, text: Leaf][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  if (isPlural(value)) return [[path, value]];
  return Object.entries(value).flatMap(([name, one]) => listTexts(one, `${path}/${name}`));
}

const listForms = (text: Leaf): string[] =>
  typeof text === 'string' ? [text] : Object.values(text as unknown as Record<string, string>);

const listPlaces = (form: string) => Array.from(form.matchAll(/\{(\w+)\}/g), ([, name]) => name);

const ofEnglish = new Map(listTexts(en));

for (const [language, texts] of Object.entries(languages)) {
  const own = listTexts(texts);

  test(`${language} has every text`, () => {
    assert.equal(texts.language, language);
    const isList = (path: string) => /^\/(numbers|kinds\/\w+\/onStatement)\//.test(path);
    const names = (all: Iterable<[string, Leaf]>) =>
      Array.from(all, ([path]) => path).filter((path) => !isList(path));
    assert.deepEqual(names(own), names(ofEnglish));
    for (const [path, text] of own)
      for (const form of listForms(text)) assert.ok(form !== '', path);
  });

  test(`${language} has the forms of its plurals, and no other`, () => {
    const rules = new Intl.PluralRules(language);
    const counts = Array.from({ length: 1000 }, (_, count) => count);
    const categories = [...new Set(counts.map((count) => rules.select(count)))].sort();
    for (const [path, text] of own)
      if (typeof text !== 'string') assert.deepEqual(Object.keys(text).sort(), categories, path);
  });

  test(`${language} has the values of the English texts`, () => {
    for (const [path, text] of own) {
      const known = ofEnglish.get(path);
      if (known === undefined) continue;
      const most = new Set(listForms(known).flatMap(listPlaces));
      // A language without words for counts has the count itself, and a form can be a word for the count.
      if (most.has('words')) most.add('count');
      for (const form of listForms(text))
        for (const place of listPlaces(form)) assert.ok(most.has(place), `${path}: {${place}}`);
      const other = typeof text === 'string' ? text : text.other;
      const kept = listPlaces(other).map((name) => (name === 'words' ? 'count' : name));
      for (const place of most)
        if (place !== 'words') assert.ok(kept.includes(place), `${path}: ${place} is missing`);
    }
  });
}

test('a variety of a language has its words, with its own dates', () => {
  assert.equal(findWords('en-GB').language, 'en-GB');
  assert.equal(findWords('en-GB').site.search, 'Search');
});

test('a language without words has those of English, as has another script', () => {
  for (const tag of ['eo', 'zh-Hant', 'zh-TW', 'en-Shaw'])
    assert.equal(findWords(tag).language, 'en', tag);
});

test('sentences follow each other as the language does it', () => {
  assert.equal(english.writeSentences(['Doe, J', '', 'In progress']), 'Doe, J. In progress.');
  assert.equal(findWords('zh').writeSentences(['甲', '乙']), '甲。乙。');
  assert.equal(findWords('ja').writeSentences(['甲', '乙']), '甲。乙。');
});

test('a count chooses the form, and values are filled in', () => {
  const { format, list, works } = english;
  assert.equal(format(works.count, { count: 1 }), '1 work');
  assert.equal(format(works.count, { count: 3 }), '3 works');
  assert.equal(format(list.shown, { shown: 1, count: 1 }), 'Showing 1 of 1 entry');
  assert.throws(() => format(works.count, {}), /no value for \{count\}/);
});
