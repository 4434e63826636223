import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkSpellings } from '../../../src/bibliography/author-spellings.ts';
import { parseEntries } from './specimen.ts';

/** The corrections for works by these authors, as `Oswald, J. von → von Oswald, Johannes`. */
function findCorrections(...lists: string[]): string[] {
  const bib = lists.map(
    (author, index) => `@misc{k${index}, title = {T}, author = {${author}}, year = 2020}`,
  );
  return checkSpellings(parseEntries(bib.join('\n'))).map(
    ({ found, nearest }) => `${found} → ${nearest}`,
  );
}

const full = 'von Oswald, Johannes';

/** Names in two works, and the corrections. */
const variants: [one: string, two: string, correction: string][] = [
  ['Oswald, Johannes von', full, `Oswald, Johannes von → ${full}`],
  [full, 'Oswald, Johannes von', `Oswald, Johannes von → ${full}`],
  [full, 'von Oswald, J.', `von Oswald, J. → ${full}`],
  ['von Oswald, J', full, `von Oswald, J → ${full}`],
  [full, 'Von Oswald, Johannes', `Von Oswald, Johannes → ${full}`],
  ['Johannes von Oswald', 'Oswald, J. von', 'Oswald, J. von → Johannes von Oswald'],
  ['Liang, Percy', 'Liang, Percy S.', 'Liang, Percy → Liang, Percy S.'],
  ['Liang, P. S.', 'Liang, Percy', 'Liang, P. S. → Liang, Percy'],
  ['Sartre, Jean-Paul', 'Sartre, J.-P.', 'Sartre, J.-P. → Sartre, Jean-Paul'],
  ['Sartre, JP', 'Sartre, Jean-Paul', 'Sartre, JP → Sartre, Jean-Paul'],
  ['Sacramento, Joao', 'Sacramento, João', 'Sacramento, Joao → Sacramento, João'],
  ['Brinch-Hansen, Per', 'Brinch Hansen, Per', 'Brinch Hansen, Per → Brinch-Hansen, Per'],
  ['Doe, Jane', 'Doe, JANE', 'Doe, JANE → Doe, Jane'],
  ['Doe, M. de J.', 'Doe, Maria de Jesus', 'Doe, M. de J. → Doe, Maria de Jesus'],
  ['Gödel, K.', 'GODEL, Kurt', 'Gödel, K. → GODEL, Kurt'],
];

for (const [one, two, correction] of variants) {
  test(`one author: ${one}; ${two}`, () =>
    assert.deepEqual(findCorrections(one, two), [correction]));
}

const different: [name: string, lists: string[]][] = [
  ['one spelling', [full, full]],
  ['one name in two forms of BibTeX', [full, 'Johannes von Oswald']],
  ['one name in TeX and in Unicode', [String.raw`Sacramento, Jo{\~a}o`, 'Sacramento, João']],
  ['one family name, two given names', ['Doe, Jane', 'Doe, John']],
  ['one initial is not the other', ['Doe, Jane', 'Doe, K.']],
  ['the second initial is not the other', ['Doe, J. A.', 'Doe, J. B.']],
  ['the beginning of a given name is no initial', ['Doe, Chris', 'Doe, Christopher']],
  ['two family names', ['Doe, Jane', 'Roe, Jane']],
  ['with a particle and without', ['van den Berg, Jan', 'Berg, Jan']],
  ['father and son', ['King, Martin', 'King, Jr., Martin']],
  ['a single name', ['Plato', 'Plato, Aristocles']],
  ['capitals that are no initials', ['Doe, JANE', 'Doe, Joan']],
  ['capitals at the end', ['Doe, McKAY', 'Doe, Mark']],
  ['capitals at the beginning', ['Doe, MACkay', 'Doe, Mark']],
  ['a given name without a letter', ['Doe, ?', 'Doe, Jane']],
  ['an organisation', ['{Doe, J.}', 'Doe, Jane']],
  ['two authors of one work', ['Wang, Y. and Wang, Yue', 'Wang, Yue']],
  ['two authors of one work, and a work of one', ['Wang, Y. and Wang, Yue', 'Wang, Y.']],
  ['two initials that may be either', ['Doe, J.', 'Doe, J. A.', 'Doe, Jane', 'Doe, John']],
  ['an initial that may be either', ['Doe, Jane', 'Doe, J.', 'Doe, John']],
  ['Chinese names that begin alike', ['王, 伟', '王, 伟明']],
  ['others', ['Doe, Jane and others', 'Roe, Jane and others']],
  ['a name in small letters that ends otherwise', [`Doe, The ${'x'.repeat(5000)}.`, 'Doe, Jane']],
];

for (const [name, lists] of different) {
  test(`no spelling is wrong: ${name}`, () => assert.deepEqual(findCorrections(...lists), []));
}

test('a spelling is told once, with each entry that has it, and the fullest is the best', () => {
  assert.deepEqual(findCorrections('Doe, J. and Roe, R.', 'Doe, Jane', 'Doe, J.', 'Doe, Jane A.'), [
    'Doe, J. (also in “k2”) → Doe, Jane A.',
    'Doe, Jane → Doe, Jane A.',
  ]);
});

test('a clear case is told beside an unclear one', () => {
  const lists = ['Doe, J.', 'Doe, Jane', 'Doe, John', 'Doe, Jane A.'];
  assert.deepEqual(findCorrections(...lists), ['Doe, Jane → Doe, Jane A.']);
});

test('editors count where they stand in the place of authors, and only there', () => {
  const bib = `@book{a, title = {T}, editor = {Doe, J.}, author = {{A}}, year = 2020}
@book{b, title = {T}, editor = {Doe, Jane Ann}, year = 2020}
@inbook{c, title = {T}, year = 2020, crossref = {d}}
@book{d, title = {T}, editor = {Doe, Jane}, year = 2020}`;
  const findings = checkSpellings(parseEntries(bib));
  assert.deepEqual(
    findings.map(({ entry, field, found }) => [entry.key, field, found]),
    [['d', 'editor', 'Doe, Jane']],
  );
});
