import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { formatBibtex, parseSources } from '../../../src/bibliography/export.ts';
import { parseEntries } from './specimen.ts';

/** The export of these keys from a `.bib` text. */
function cut(bib: string, ...keys: string[]): string {
  const text = formatBibtex(
    keys.map((key) => ({ key })),
    parseSources(bib),
  );
  parseEntries(text);
  return text;
}

const plain = (key: string, more = '') =>
  `@misc{${key}, title = {T}, author = {Doe, J.}, year = 2020${more}}`;

test('entries are those of the author, byte for byte, a blank line between them', () => {
  const odd = '@ MISC\r\n  {  a\r\n\t, TITLE="T" # { {\\"U}},\r\nauthor = {Doe, J.}, year=2020 ,}';
  const file = `A comment.\n${odd}\n% another\n${plain('b')}\n@comment{end}`;
  assert.equal(cut(file, 'a'), `${odd}\n`);
  assert.equal(cut(file, 'b', 'a'), `${plain('b')}\n\n${odd}\n`);
  assert.equal(cut(file), '');
});

test('the whole file of the site is unchanged', () => {
  const file = readFileSync('tests/fixtures/original/content/references.bib', 'utf8');
  const entries = parseEntries(file);
  assert.equal(
    formatBibtex(entries, parseSources(file)),
    entries.map(({ source }) => `${source}\n`).join('\n'),
  );
});

test('a key is found whatever its case, once; a key that is not there is an error', () => {
  assert.equal(cut(plain('Doe2020'), 'doe2020', 'DOE2020'), `${plain('Doe2020')}\n`);
  assert.throws(() => cut(plain('a'), 'b'), /“b”/);
});

test('the macros that an entry uses are defined before it, and no others', () => {
  const entry = plain('a', ', journal = Conf # " on " # topic, month = jan, note = 12');
  const file = `@string{unused = "x"} @string{conf = {Conference}}
@STRING(Topic = "the {\\"o} # of " # conf)
${entry}`;
  const definitions = '@string{conf = {Conference}}\n@string{topic = {the {\\"o} # of Conference}}';
  assert.equal(cut(file, 'a'), `${definitions}\n\n${entry}\n`);
});

test('a word that only looks like a macro is none', () => {
  const entry = plain(
    'a',
    ', note = {conf # "conf}, annote = "conf {" # conf #} conf", issue = "conf", abstract = "{"} # conf # {"}"',
  );
  assert.equal(cut(`@string{conf = {C}}\n${entry}`, 'a'), `${entry}\n`);
});

test('a quotation mark in braces quotes nothing', () => {
  const entry = plain('a', ', note = {"} # conf # {"}');
  assert.equal(cut(`@string{conf = {C}}\n${entry}`, 'a'), `@string{conf = {C}}\n\n${entry}\n`);
});

test('entries that use one macro share its definition', () => {
  const [a, b] = [plain('a', ', note = x'), plain('b', ', note = x')];
  const file = `@string{x = {1}}\n${a}\n${b}`;
  assert.equal(cut(file, 'a', 'b'), `@string{x = {1}}\n\n${a}\n\n${b}\n`);
});

test('a macro that is defined anew has at each entry the value that it had there', () => {
  const [a, b] = [plain('a', ', note = x'), plain('b', ', note = x')];
  const file = `@string{x = {1}}\n${a}\n@string{x = x # {2}}\n${b}`;
  assert.equal(cut(file, 'b'), `@string{x = {12}}\n\n${b}\n`);
  assert.equal(cut(file, 'b', 'a'), `@string{x = {12}}\n\n${b}\n\n@string{x = {1}}\n\n${a}\n`);
});

test('months need no definition, unless the author gave them one', () => {
  const entry = plain('a', ', month = jan');
  assert.equal(cut(entry, 'a'), `${entry}\n`);
  assert.equal(
    cut(`@string{jan = {Jänner}}\n${entry}`, 'a'),
    `@string{jan = {Jänner}}\n\n${entry}\n`,
  );
});

test('a definition in a comment is none', () => {
  const entry = plain('a', ', note = x');
  const file = `@string{x = {1}}\n@comment{@string{x = {2}}}\n% @string{x = {3}}\n${entry}`;
  assert.equal(cut(file, 'a'), `@string{x = {1}}\n\n${entry}\n`);
});

const book =
  '@book{Book, title = {B}, editor = {Roe, R.}, year = 2019, publisher = acme, series = {S}}';

test('the parent of an entry comes after it, once, with its own macros', () => {
  const [a, b] = [plain('a', ', crossref = {book}'), plain('b', ', crossref = " BOOK "')];
  const file = `@string{acme = {Acme}}\n${book}\n${a}\n${b}`;
  assert.equal(cut(file, 'a'), `${a}\n\n@string{acme = {Acme}}\n\n${book}\n`);
  const all = `${a}\n\n${b}\n\n@string{acme = {Acme}}\n\n${book}\n`;
  assert.equal(cut(file, 'b'), `${b}\n\n@string{acme = {Acme}}\n\n${book}\n`);
  assert.equal(cut(file, 'a', 'b'), all);
  assert.equal(cut(file, 'book', 'a', 'b'), all);
});

test('a parent of a parent comes last, and a circle comes to an end', () => {
  const a = plain('a', ', crossref = {b}');
  const b = plain('b', ', crossref = {d}');
  const c = plain('c', ', crossref = {e}');
  const d = plain('d');
  const e = plain('e', ', crossref = {d}');
  const file = [d, e, b, a, c].join('\n');
  assert.equal(cut(file, 'a', 'c'), [a, c, b, e, d].map((entry) => `${entry}\n`).join('\n'));
  const circle = [plain('a', ', crossref = {b}'), plain('b', ', crossref = {a}')];
  assert.deepEqual(new Set(cut(circle.join('\n'), 'a').trim().split('\n\n')), new Set(circle));
  const eddy = [
    plain('a', ', crossref = {b}'),
    plain('b', ', crossref = {c}'),
    plain('c', ', crossref = {b}'),
  ];
  assert.equal(cut(eddy.join('\n'), 'a'), eddy.map((entry) => `${entry}\n`).join('\n'));
  const self = plain('a', ', crossref = {a}');
  assert.equal(cut(self, 'a'), `${self}\n`);
});

test('a journal that the standard styles define is read, and defined in a file of its own', () => {
  const entry = '@article{a, author={Doe, J.}, title={T}, journal=JACM, month=feb, year=2020}';
  assert.equal(parseEntries(entry)[0]?.fields.get('journal'), 'Journal of the ACM');
  assert.equal(cut(entry, 'a'), `@string{jacm = {Journal of the ACM}}\n\n${entry}\n`);
});
