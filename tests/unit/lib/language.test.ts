import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findDirection, isLanguage, readLanguage } from '../../../src/lib/language.ts';
import { language } from '../../../src/schema/language.ts';

for (const [written, tag] of [
  ['en', 'en'],
  ['pt_br', 'pt-BR'],
  ['ZH-hans', 'zh-Hans'],
  ['ca', 'ca'],
  ['sr-Latn-RS', 'sr-Latn-RS'],
  ['de-CH-1996', 'de-CH-1996'],
  ['he', 'he'],
] as const)
  test(`${written} is the language ${tag}`, () => {
    assert.equal(readLanguage(written), tag);
    assert.ok(isLanguage(tag));
  });

for (const text of ['english', 'e', 'en-', 'xx-y', '', 'en US', 'de, en', 'xx', 'zz-Latn'])
  test(`“${text}” is no language`, () => assert.ok(!isLanguage(readLanguage(text))));

test('a language has its English name too', () => {
  const settings = language('The language');
  assert.equal(settings.parse('English'), 'en');
  assert.equal(settings.parse('brazilian'), 'pt-BR');
  assert.equal(settings.parse('DE'), 'de');
  assert.ok(!settings.safeParse('xx').success);
});

test('a language runs in the direction of its script', () => {
  for (const tag of ['ar', 'he', 'fa', 'ur', 'ps', 'yi', 'dv', 'ckb', 'az-Arab', 'pa-Arab'])
    assert.equal(findDirection(tag), 'rtl', tag);
  for (const tag of ['en', 'zh-Hans', 'ca', 'az', 'ur-Latn', 'ja'])
    assert.equal(findDirection(tag), 'ltr', tag);
});
