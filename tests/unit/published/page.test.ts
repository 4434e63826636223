import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toHtml } from 'hast-util-to-html';
import { parseBibliography } from '../../../src/bibliography/parse.ts';
import { buildReference } from '../../../src/bibliography/reference.ts';
import { listFigures, listWorks, parsePage, readMain } from '../../../src/published/page.ts';

const { entries } = parseBibliography(
  '@misc{ada, author = {Lovelace, Ada}, title = {Notes}, year = {1843}}\n' +
    '@misc{doe, author = {Doe, Jane and Roe, Rik}, title = {Words}, year = {2020}}',
  'references.bib',
);
const references = new Map(entries.map((entry) => [entry.key, buildReference(entry)]));

test('the works of a page have the numbers and the addresses of its list', () => {
  const page = parsePage(
    '/',
    '<main><ol class="cited"><li id="ref-doe"><p>Doe.</p><p><a href="https://doi.org/10.1/x">DOI</a>' +
      '<a href="https://arxiv.org/abs/1">arXiv</a></p></li><li id="ref-ada"><p>Ada.</p>' +
      '<p><span data-page-only>Cited <a href="#cite-ada-1">a</a></span></p></li></ol></main>',
  );
  assert.deepEqual(listWorks(page, references), [
    {
      key: 'doe',
      id: 'ref-doe',
      number: '1',
      bracketed: 'Doe & Roe, 2020',
      address: 'https://doi.org/10.1/x',
    },
    { key: 'ada', id: 'ref-ada', number: '2', bracketed: 'Lovelace, 1843' },
  ]);
});

test('a page that lists a work that is none ends the build', () => {
  const page = parsePage('/', '<main><ol class="cited"><li id="ref-nobody"></li></ol></main>');
  assert.throws(() => listWorks(page, references), /“nobody”, which is no work/);
});

test('a folded figure is read as one that is not', () => {
  const title = '<h3 class="interactive-title">T</h3>';
  const words = '<p>Words.</p><div class="panels"><svg class="wide" aria-label="P"></svg></div>';
  const open = parsePage(
    '/a/',
    `<main><div id="fig-a" class="interactive">${title}${words}</div></main>`,
  );
  const folded = parsePage(
    '/a/',
    `<main><details class="folded-figure"><summary>${title} <span>Figure 1</span></summary>` +
      `<div id="fig-a" class="interactive">${words}</div></details></main>`,
  );
  assert.match(toHtml(readMain(folded)), /^<main><div id="fig-a".*<img src="\/a\/fig-a\.svg"/);
  assert.equal(toHtml(readMain(folded)), toHtml(readMain(open)));
  assert.equal(toHtml(listFigures(folded)), toHtml(listFigures(open)));
});
