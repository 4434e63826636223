import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  decode,
  documents,
  exampleDocuments,
  findPage,
  researchPage,
} from '../support/document.ts';

for (const name of ['title', 'description'] as const)
  test(`no two pages of the example have the same ${name}`, () => {
    const texts = exampleDocuments.map(({ root }) =>
      name === 'title'
        ? root.querySelector('title')?.textContent
        : root.querySelector('meta[name="description"]')?.getAttributeValue('content'),
    );
    assert.equal(new Set(texts).size, exampleDocuments.length);
  });

test('every page states the order of the layers before its other styles', () => {
  const [first] = documents.map(({ root }) => root.querySelectorAll('style'));
  assert.ok(first !== undefined && first.length > 1);
  for (const { path, root } of documents)
    assert.equal(
      root.querySelector('style')?.textContent,
      '@layer theme,base,components,utilities;',
      path,
    );
});

describe('the Research page', () => {
  const { root } = researchPage;

  test('lists every entry in its first table', () => {
    const entries = documents
      .map(({ path }) => path)
      .filter((path) => /^\/(research|papers|outputs)\/./.test(path));
    const links = root.querySelector('main table')?.querySelectorAll('a[href]') ?? [];
    assert.deepEqual(
      links.map((link) => link.getAttributeValue('href')).toSorted(),
      entries.toSorted(),
    );
  });

  test('has its phases as an ordered list', () => {
    const lists = findPage('/', exampleDocuments)
      .root.querySelectorAll('ol')
      .map((list) =>
        list.querySelectorAll('h3, h4, h5').map(({ textContent }) => decode(textContent)),
      );
    assert.deepEqual(
      lists.filter((titles) => titles.length > 0),
      [['Read', 'Copy']],
    );
  });
});
