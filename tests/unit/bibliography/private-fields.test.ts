import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { formatBibtex, parseSources } from '../../../src/bibliography/export.ts';
import { parseBibliography } from '../../../src/bibliography/parse.ts';
import {
  countPrivateFields,
  removePrivateFields,
} from '../../../src/bibliography/private-fields.ts';
import { citedFields } from '../../../src/lib/bibtex-fields.ts';
import { parseEntries } from './specimen.ts';

const plain = 'title = {T}, author = {Doe, J.}, year = 2020';

/** The rest of the fields that follow the plain ones. */
function strip(fields: string, { more = [] as string[], type = 'misc' } = {}): string {
  const [before, after] = [`@${type}{a, ${plain}`, '}'];
  const text = removePrivateFields(before + fields + after, more);
  parseEntries(text);
  return text.slice(before.length, -after.length);
}

const shapes: [name: string, bib: string, published: string][] = [
  [
    'a field in the middle, in lines of its own',
    '@misc{a,\n  title = {T},\n  file = {x},\n  author = {D},\n  year = 2020\n}',
    '@misc{a,\n  title = {T},\n  author = {D},\n  year = 2020\n}',
  ],
  [
    'the first field, and the last without a comma',
    '@misc{a,\n  file = {x},\n  title = {T},\n  author = {D},\n  year = 2020,\n  note = "x"\n}',
    '@misc{a,\n  title = {T},\n  author = {D},\n  year = 2020\n}',
  ],
  [
    'the last field with a comma, and several in a row',
    '@misc{a,\n  title = {T},\n  author = {D},\n  year = 2020,\n  file = {x},\n  owner = {x},\n}',
    '@misc{a,\n  title = {T},\n  author = {D},\n  year = 2020,\n}',
  ],
  [
    'commas before the names',
    '@misc{ a\n, file = {x}\n, title = {T}\n, author = {D}\n, year = 2020\n, keywords = {x}\n}',
    '@misc{ a\n, title = {T}\n, author = {D}\n, year = 2020\n}',
  ],
  [
    'an entry in parentheses, in one line, of Windows',
    '@MISC (a,File="x {"} y",TITLE={T},author={D},Note=2020,year=2020,)\r\n',
    '@MISC (a,TITLE={T},author={D},year=2020,)\r\n',
  ],
  [
    'a value in pieces, with braces, commas and a text like a field',
    '@misc{a, title = {T}, abstract = "a, {b}, " # jan # { year = {1}, }, author = {D}, year = 2020}',
    '@misc{a, title = {T}, author = {D}, year = 2020}',
  ],
  [
    'several entries, and the text between them',
    `% file\n@misc{a, ${plain}, file = {x}}\nnote = {x}\n@misc{b, file = {x}, ${plain}}\n@comment{file = {x}}`,
    `% file\n@misc{a, ${plain}}\nnote = {x}\n@misc{b, ${plain}}\n@comment{file = {x}}`,
  ],
];

for (const [name, bib, published] of shapes)
  test(`a private field is taken out whole, and nothing else: ${name}`, () => {
    assert.equal(removePrivateFields(bib), published);
    parseEntries(published);
  });

const privateNames =
  `abstract annote annotation bdsk-file-1 bdsk-url-1 citeulike-article-id comment creationdate
  date-added date-modified file groups jabref-x keywords keyword local-url localfile mendeley-groups mendeley-tags
  modificationdate note notes optnote OPTfile owner printed priority privnote qualityassured ranking readstatus
  relevance review timestamp username __markedentry author_keywords research-notes x-color zotero-key`.split(
    /\s+/,
  );

for (const name of privateNames)
  test(`${name} is private`, () => {
    assert.equal(strip(`, ${name} = {x}`), '');
  });

const publicNames =
  `address bibsource biburl chapter code doi edition eprint howpublished isbn langid month number
  options organization pages pdf pmid publisher series type url urldate venue slides altitude whatever`.split(
    /\s+/,
  );

for (const name of publicNames)
  test(`${name} is published`, () => {
    const field = `, ${name} = {${name === 'url' ? 'https://example.org/1' : 'x1'}}`;
    assert.equal(strip(field), field);
  });

test('a note is published where it is all that says where a work is to be had', () => {
  const field = ', note = {Submitted}';
  assert.equal(strip(field, { type: 'unpublished' }), field);
  assert.equal(strip(field, { type: 'unpublished', more: ['Note'] }), '');
  assert.equal(strip(', annote = {x}', { type: 'unpublished' }), '');
});

const localValues = [
  '/home/ada/x.pdf',
  ':/Users/ada/x.pdf:PDF',
  '\\url{/Volumes/Disk/x}',
  'see /mnt/data',
  'C:\\Users\\ada\\x.pdf',
  'C:\\\\Users\\\\ada',
  'D:/x.pdf',
  'C\\:/x.pdf',
  '{\\textbackslash}\\textbackslash, C:{\\textbackslash}x',
  '\\\\server\\share',
  '%USERPROFILE%\\x',
  '~/x.pdf',
  '\\textasciitilde/x.pdf',
  '{\\textasciitilde}/x',
  '$\\sim$/x',
  '$HOME/x',
  'file:///x.pdf',
  'zotero://select/items/1',
  'x-devonthink-item://1',
  'obsidian://open',
];

for (const value of localValues)
  test(`a value that leads into one machine is private whatever its field: ${value}`, () => {
    assert.equal(strip(`, whatever = {${value}}`), '');
    // A title is never private.
    const title = `@misc{a, title = {${value}}, author = {D}, year = 2020}`;
    assert.equal(removePrivateFields(title), title);
  });

const harmless = [
  'https://example.org/home/x',
  'https://example.org/~ada/x',
  'Talk.~\\url{http://example.org/Users/}',
  'N/A and/or home/x',
  'Dept.\\\\Univ',
  'vol. A: x',
  '10.1000/home/1',
  'ftp://example.org/x',
  'Proc.~of the 3rd 1:2',
];

for (const value of harmless)
  test(`a value that leads into no machine is published: ${value}`, () => {
    const field = `, whatever = {${value}}`;
    assert.equal(strip(field), field);
  });

test('a path that a macro holds is one, and a macro of private fields alone is not published', () => {
  const bib = `@string{dir = {/home/ada/}}\n@string{pub = {P}}\n@misc{a, ${plain}, whatever = dir # {x.pdf}, publisher = pub}`;
  const published = formatBibtex([{ key: 'a' }], parseSources(removePrivateFields(bib)));
  assert.equal(published, `@string{pub = {P}}\n\n@misc{a, ${plain}, publisher = pub}\n`);
});

test('the parent of an entry is published without private fields, too', () => {
  const bib = `@misc{a, ${plain}, crossref = {b}}\n@book{b, ${plain}, file = {x}}`;
  const published = formatBibtex([{ key: 'a' }], parseSources(removePrivateFields(bib)));
  assert.equal(published, `@misc{a, ${plain}, crossref = {b}}\n\n@book{b, ${plain}}\n`);
});

test('fields that the author names are private, but for those by which works are cited', () => {
  assert.equal(
    strip(', Opinion = {x}, rank = {1}, pmid = 1', { more: ['OPINION', 'title'] }),
    ', pmid = 1',
  );
});

test('private fields are counted, those that an entry has itself', () => {
  const bib = `@misc{a, ${plain}, file = {x}, note = {x}, crossref = {b}}\n@book{b, ${plain}, keywords = {x}, opinion = {x}}
@misc{c, ${plain}, file = {x}, howpublished = {/home/x}}`;
  const { entries } = parseBibliography(bib, '');
  assert.deepEqual(
    [...countPrivateFields(entries, ['opinion'])],
    [...Object.entries({ file: 2, howpublished: 1, keywords: 1, note: 1, opinion: 1 })],
  );
});

const value = fc
  .string({ unit: fc.constantFrom(...'aB1 ,=#@%"~/\\\n'.split(''), '{x}', '{"}'), maxLength: 12 })
  .map((text) => `{${text}}`);
const piece = fc.oneof(value, fc.constantFrom('jan', '12', '"a, b"', '"{"}"'));
const field = fc.record({
  name: fc.constantFrom(...privateNames, ...publicNames, 'opinion'),
  value: fc.array(piece, { minLength: 1, maxLength: 3 }).map((pieces) => pieces.join(' # ')),
  gap: fc.constantFrom('', ' ', '\n  ', '\r\n\t'),
});
const entry = fc.record({
  fields: fc.uniqueArray(field, { selector: ({ name }) => name.toLowerCase(), maxLength: 8 }),
  place: fc.nat(8),
  isLast: fc.boolean(),
  brackets: fc.constantFrom('{}', '()'),
});

test('of any entry, the other fields are unchanged', () => {
  fc.assert(
    fc.property(entry, ({ fields, place, isLast, brackets }) => {
      const [open = '', close = ''] = brackets;
      const list = fields.map(({ name, value, gap }) => `${gap}${name}${gap}=${gap}${value}${gap}`);
      const all = list.toSpliced(place, 0, plain).join(',');
      const bib = `@misc${open}a,${all}${isLast ? '' : ','}${close}\n@misc{b, ${plain}}`;
      const before = parseBibliography(bib, '');
      fc.pre(before.faults.length === 0);
      const published = removePrivateFields(bib, ['opinion']);
      const after = parseEntries(published);
      const counts = countPrivateFields(before.entries, ['opinion']);
      assert.deepEqual(
        after.map(({ fields }) => [...fields]),
        before.entries.map(({ fields }) => [...fields].filter(([name]) => !counts.has(name))),
      );
      assert.equal(removePrivateFields(published, ['opinion']), published);
      assert.equal(countPrivateFields(after, ['opinion']).size, 0);
      for (const name of citedFields) assert.ok(!counts.has(name));
    }),
    { numRuns: 1000 },
  );
});
