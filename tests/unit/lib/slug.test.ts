import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  describeUnfitName,
  isSlug,
  longestName,
  slugify,
  suggestSlug,
} from '../../../src/lib/slug.ts';

test('a label becomes the part of an address that stands for it', () => {
  const slugs = {
    'KYC/AML': 'kyc-aml',
    'ZK Proofs': 'zk-proofs',
    C: 'c',
    'C++': 'c-plus-plus',
    'C#': 'c-sharp',
    'R&D': 'r-and-d',
    'NDCG@10': 'ndcg-at-10',
    "Bayes' rule": 'bayes-rule',
    Schölkopf: 'scholkopf',
    Данные: 'данные',
    強化学習: '強化学習',
    हिन्दी: 'हिन्दी',
  };
  for (const [label, slug] of Object.entries(slugs)) assert.equal(slugify(label), slug);
  assert.equal(new Set(Object.values(slugs)).size, Object.keys(slugs).length);
});

test('labels that differ only in case, signs between words or form of accents share a slug', () => {
  assert.equal(slugify('Dense Retrieval'), slugify('dense-retrieval'));
  assert.equal(slugify('Scho\u0308lkopf'), slugify('Schölkopf'));
});

test('a file name is a slug only as small letters and digits joined by hyphens', () => {
  assert.deepEqual(['titan', 'mesa-2', 'Titan', 'a_b', '-a', 'a--b', 'é', ''].map(isSlug), [
    true,
    true,
    ...Array.from({ length: 6 }, () => false),
  ]);
});

test('a label has the same slug with or without what cannot be seen in it', () => {
  for (const hidden of ['\u00ad', '\u200d', '\u200e', '\u2060', '\ufe0f'])
    assert.equal(slugify(`Trans${hidden}former`), 'transformer');
  assert.equal(slugify('می\u200cخواهم'), 'می-خواهم');
});

test('a name that no file or folder can have on every system is told from one that all can', () => {
  for (const name of ['con', 'prn', 'aux', 'nul', 'com1', 'lpt9', 'index', '404', '500'])
    assert.ok(describeUnfitName(name), name);
  for (const name of ['a'.repeat(longestName + 1), '字'.repeat(34)])
    assert.match(describeUnfitName(name) ?? '', /at most 100 bytes/);
  for (const name of [
    'a'.repeat(longestName),
    '字'.repeat(33),
    'contents',
    'com',
    'console',
    '405',
  ])
    assert.equal(describeUnfitName(name), undefined, name);
});

test('the slug that is suggested for a long file name is one', () => {
  for (const name of ['Long '.repeat(40), 'a'.repeat(300), `${'a'.repeat(99)} b`]) {
    const slug = suggestSlug(name);
    assert.ok(isSlug(slug) && describeUnfitName(slug) === undefined, slug);
  }
});
