import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isSlug, slugify } from '../../../src/lib/slug.ts';

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
