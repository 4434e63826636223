import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseBibliography } from '../../../src/bibliography/parse.ts';
import { buildReference } from '../../../src/bibliography/reference.ts';
import { buildReferenceList } from '../../../src/model/reference-list.ts';
import { english } from '../../../src/words/words.ts';

test('the link of a DOI leads where its title does, whatever signs the DOI holds', () => {
  const { entries } = parseBibliography(
    '@misc{a, title = {T}, author = {A}, year = 2001, doi = {10.1002/(sici)1<a::b>3.0.co;2-#?x%41}}',
    'references.bib',
  );
  const [reference] = buildReferenceList(entries.map(buildReference), [], english);
  const address = reference?.links[0]?.address ?? '';
  assert.equal(
    decodeURIComponent(new URL(address).pathname),
    '/10.1002/(sici)1<a::b>3.0.co;2-#?x%41',
  );
});

test('the author of the site is bold among the authors of a work', () => {
  const { entries } = parseBibliography(
    '@misc{a, title = {T}, author = {Doe, J. and Hopper, Grace and Roe, R.}, year = 2001}',
    'references.bib',
  );
  const [reference] = buildReferenceList(
    entries.map(buildReference),
    [],
    english,
    'Grace Brewster Hopper',
  );
  assert.deepEqual(reference?.parts.slice(0, 3), [
    { text: 'Doe, J., ' },
    { text: 'Hopper, G.', isBold: true },
    { text: ', & Roe, R. (2001). ' },
  ]);
});

test('an address of arXiv is linked once, however the work gives it', () => {
  const { entries } = parseBibliography(
    '@misc{a, title = {T}, author = {A}, year = 2016, doi = {10.48550/arXiv.1508.07909}, ' +
      'eprint = {1508.07909}, archiveprefix = {arXiv}, url = {http://arxiv.org/abs/1508.07909v2}}',
    'references.bib',
  );
  const [reference] = buildReferenceList(entries.map(buildReference), [], english);
  assert.deepEqual(
    reference?.links.map(({ title }) => title),
    ['DOI', 'arXiv'],
  );
});
