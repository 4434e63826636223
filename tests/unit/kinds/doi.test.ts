import assert from 'node:assert/strict';
import { test } from 'node:test';
import { doi, formatDoi } from '../../../src/kinds/output/doi.ts';

const form = doi('Its DOI');

for (const written of [
  '10.5281/zenodo.1234567',
  'https://doi.org/10.5281/zenodo.1234567',
  'http://dx.doi.org/10.5281/zenodo.1234567',
  'https://www.doi.org/10.5281/zenodo.1234567',
  'doi.org/10.5281/zenodo.1234567',
  'doi:10.5281/zenodo.1234567',
  'DOI 10.5281/zenodo.1234567',
])
  test(`the DOI “${written}” is read`, () => {
    assert.equal(form.parse(written), '10.5281/zenodo.1234567');
  });

test('other text is no DOI', () => {
  for (const written of ['zenodo.1234567', '10.5281', 'https://zenodo.org/record/1', ''])
    assert.equal(form.safeParse(written).success, false, written);
});

test('the address of a DOI has no fragment of its own', () => {
  assert.equal(formatDoi('10.1000/a#b<1>'), 'https://doi.org/10.1000/a%23b%3C1%3E');
});
