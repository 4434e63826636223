import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { formatBracketed, formatNamed, formatShort } from '../../../src/bibliography/format.ts';
import { parseBibliography } from '../../../src/bibliography/parse.ts';
import { buildReference } from '../../../src/bibliography/reference.ts';
import { joinRuns } from '../../../src/bibliography/runs.ts';
import { formatShortText, reference } from './specimen.ts';
import { english } from '../../../src/words/words.ts';

const authors: [string, string][] = [
  ['Doe, Jane', 'Doe, J.'],
  ['Doe, Jane and Roe, Richard', 'Doe, J. & Roe, R.'],
  ['Doe, Jane and Roe, Richard and Moe, Max', 'Doe, J. et al.'],
  ['Doe, Jane and Roe, Richard and others', 'Doe, J. et al.'],
  ['Liang, Percy S.', 'Liang, P. S.'],
  ['Liang, Percy~S', 'Liang, P. S.'],
  ['Picard, Jean-Luc', 'Picard, J.-L.'],
  ['Picard, J.-L.', 'Picard, J.-L.'],
  ['Smith, B.W.', 'Smith, B. W.'],
  ['Smith, Bo W.K.-L.', 'Smith, B. W. K.-L.'],
  ["Zola, {\\'E}mile", 'Zola, É.'],
  ['Gu, Shixiang (Shane)', 'Gu, S.'],
  ['King, Jr., Martin Luther', 'King, M. L., Jr.'],
  ['von Oswald, Johannes', 'von Oswald, J.'],
  ['Plato', 'Plato'],
  ['{OpenAI}', 'OpenAI'],
];

for (const [author, short] of authors) {
  test(`authors in short: ${author}`, () => {
    assert.equal(formatShort(reference({ author })).authors, short);
  });
}

const titles: [string, string][] = [
  ['A Title', '“A Title.”'],
  ['What Can It Learn?', '“What Can It Learn?”'],
  ['Look!', '“Look!”'],
  ['A Title.', '“A Title.”'],
  ['And So On\\ldots', '“And So On…”'],
  ["``Why Should I Trust You?'': Explaining", '“‘Why Should I Trust You?’: Explaining.”'],
  ["He Said ``Why?''", '“He Said ‘Why?’”'],
  ['Questions (and Answers!)', '“Questions (and Answers!).”'],
];

for (const [title, short] of titles) {
  test(`a title in short: ${title}`, () => {
    assert.equal(joinRuns(formatShort(reference({ title })).title), short);
  });
}

test('the venue is the abbreviation, else the venue in full, else nothing', () => {
  const inFull = { booktitle: 'Proceedings of Things' };
  const venue = (fields: Record<string, string>, type?: string) =>
    joinRuns(formatShort(reference(fields, type)).venue ?? []);
  assert.equal(venue({ ...inFull, abbr: 'ICML' }, 'inproceedings'), 'ICML.');
  assert.equal(venue(inFull, 'inproceedings'), 'Proceedings of Things.');
  assert.equal(venue({ journal: 'J. Test.' }, 'article'), 'J. Test.');
  assert.equal(venue({ school: 'Some University' }, 'phdthesis'), 'Some University.');
  assert.equal(venue({ eprint: '1906.01820', archiveprefix: 'arXiv' }), '');
});

test('a venue that ends in a full stop gets no second one', () => {
  const text = formatShortText(reference({ journal: 'Proc. Natl. Acad. Sci.' }, 'article'));
  assert.equal(text, 'Doe, J. (2020). “T.” Proc. Natl. Acad. Sci.');
});

const named: [author: string, sentence: string, brackets: string][] = [
  ['Doe, Jane', 'Doe (2020)', 'Doe, 2020'],
  ['von Ott, Ida and Roe, Richard', 'von Ott and Roe (2020)', 'von Ott & Roe, 2020'],
  ['Doe, Jane and others', 'Doe et al. (2020)', 'Doe et al., 2020'],
  ['Doe, J. and Roe, R. and {OpenAI}', 'Doe et al. (2020)', 'Doe et al., 2020'],
  ['{OpenAI}', 'OpenAI (2020)', 'OpenAI, 2020'],
];

for (const [author, sentence, brackets] of named)
  test(`a work is named in a sentence and in brackets: ${author}`, () => {
    assert.equal(formatNamed(reference({ author }), english), sentence);
    assert.equal(formatBracketed(reference({ author })), brackets);
  });

test('the best link is the DOI, then the address, then arXiv', () => {
  const doi = 'doi:10.1000/1';
  const url = 'https://example.org/';
  const eprint = 'arXiv:1906.01820';
  assert.equal(formatShort(reference({ doi, url, eprint })).address, 'https://doi.org/10.1000/1');
  assert.equal(formatShort(reference({ url, eprint })).address, url);
  assert.equal(formatShort(reference({ eprint })).address, 'https://arxiv.org/abs/1906.01820');
  assert.equal('address' in formatShort(reference({})), false);
});

test('the references of the site read as in its source text', () => {
  const file = 'tests/fixtures/original/content/references.bib';
  const { entries, faults } = parseBibliography(readFileSync(file, 'utf8'), file);
  assert.deepEqual(faults, []);
  const references = new Map(entries.map((entry) => [entry.key, buildReference(entry)]));
  const expected = {
    vonoswald2023:
      'von Oswald, J. et al. (2023). “Transformers Learn In-Context by Gradient Descent.” ICML.',
    garg2022:
      'Garg, S. et al. (2022). “What Can Transformers Learn In-Context? A Case Study of Simple Function Classes.” NeurIPS.',
    hubinger2019:
      'Hubinger, E. et al. (2019). “Risks from Learned Optimization in Advanced Machine Learning Systems.”',
  };
  for (const [key, text] of Object.entries(expected)) {
    const found = references.get(key);
    assert(found, key);
    assert.equal(formatShortText(found), text);
  }
});
