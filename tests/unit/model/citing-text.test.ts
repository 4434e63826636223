import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseBibliography } from '../../../src/bibliography/parse.ts';
import { buildReference } from '../../../src/bibliography/reference.ts';
import { buildProse, type TextPart } from '../../../src/model/citing-text.ts';
import { english } from '../../../src/words/words.ts';

const bibliography = `
@article{one, author = {Doe, Jane}, title = {First}, journal = {J}, year = 2001}
@article{two, author = {Roe, R. and von Ott, Ida}, title = {Second}, journal = {K}, year = 2002}`;
const { entries } = parseBibliography(bibliography, 'references.bib');
const works = new Map(entries.map((entry) => [entry.key, buildReference(entry)]));

const findWork = (key: string) => {
  const work = works.get(key);
  if (work === undefined) throw new Error(`no ${key}`);
  return work;
};
const address = (path: string) => `/base${path}`;
const build = (fields: object) =>
  buildProse(fields, { page: '/base/research/a/', address }, findWork, english);
const buildText = (approach: string) => build({ approach })('approach');

/** The words of a text, each of its links followed by its address and its id. */
const read = (parts: readonly TextPart[]): string =>
  parts
    .map((part) => {
      if (typeof part === 'string') return part;
      if ('group' in part) return read(part.group);
      assert.ok('address' in part);
      return `${part.text}<${part.address}${part.id === undefined ? '' : ` ${part.id}`}>`;
    })
    .join('');

test('works in brackets are numbers on the page of the entry, and names elsewhere', () => {
  const { byNumber, byAuthor } = buildText('A [@two, §3; @one].');
  assert.equal(read(byNumber), 'A [1, §3<#ref-two cite-two-1>; 2]<#ref-one cite-one-1>.');
  assert.equal(
    read(byAuthor),
    'A (Roe & von Ott, 2002, §3</base/research/a/#ref-two>; Doe, 2001</base/research/a/#ref-one>).',
  );
});

test('a named work is a link in both', () => {
  const { byNumber, byAuthor } = buildText('As @two show.');
  assert.equal(read(byNumber), 'As Roe and von Ott (2002)<#ref-two cite-two-1> show.');
  assert.equal(read(byAuthor), 'As Roe and von Ott (2002)</base/research/a/#ref-two> show.');
});

test('a link to a page of the site is below the base path, also within marks', () => {
  const { byNumber } = buildText('*See [a](/papers/a/)* or [b](https://b.org/).');
  const link = { href: '/base/papers/a/', parts: ['a'] };
  assert.deepEqual(byNumber, [
    { tag: 'em', parts: ['See ', link] },
    ' or ',
    { href: 'https://b.org/', parts: ['b'] },
    '.',
  ]);
});

test('the numbers of one text go on from those of the one before it', () => {
  const readProse = build({
    phases: [{ summary: '[@one]' }, { summary: '[@two; @one]' }],
    question: '[@two]?',
  });
  assert.equal(read(readProse('question').byNumber), '[1]<#ref-two cite-two-1>?');
  assert.equal(
    read(readProse('phases', 1, 'summary').byNumber),
    '[1<#ref-two cite-two-2>, 2]<#ref-one cite-one-2>',
  );
});

test('plain text is without works in brackets, and names the others', () => {
  const cases = [
    ['A [@one], B [@two, p. 3].', 'A, B.'],
    ['[@one] A @two', 'A Roe and von Ott (2002)'],
    ['A [@one] [@two] B', 'A B'],
    ['By \\@one, ada@example.org', 'By @one, ada@example.org'],
    ['A', 'A'],
  ];
  for (const [prose = '', plain] of cases) assert.equal(buildText(prose).plain, plain);
});

test('typography is that of the whole text: quotation marks beside citations, dashes in locators', () => {
  const { byNumber, plain } = buildText(`"A [@one, pp. 3--4]" -- it's "@two"`);
  assert.equal(plain, '“A” — it’s “Roe and von Ott (2002)”');
  assert.equal(
    read(byNumber),
    '“A [1, pp. 3–4]<#ref-one cite-one-1>” — it’s “Roe and von Ott (2002)<#ref-two cite-two-1>”',
  );
});

test('a text without citations is one part, the same in every form', () => {
  assert.deepEqual(buildText('Plain.'), {
    byNumber: ['Plain.'],
    byAuthor: ['Plain.'],
    plain: 'Plain.',
  });
});

test('a key that leads nowhere stops the build, as does a field that is no prose', () => {
  assert.throws(() => buildText('[@nobody]'), /no nobody/);
  assert.throws(() => build({ title: 'A' })('title'), /No field of prose is called “title”/);
});
