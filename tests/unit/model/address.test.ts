import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listPages, pdfPath, withBase } from '../../../src/model/address.ts';

test('a tag has a page of its own, and one for each kind of entry that carries it', () => {
  const pages = listPages(
    {
      thread: [{ slug: 'probe', tags: ['KYC/AML', 'C++'] }],
      paper: [{ slug: 'titan', tags: ['KYC/AML', '強化学習'] }],
    },
    true,
  );
  assert.deepEqual(
    pages.filter((page) => /^\/tags\/./.test(page)),
    [
      '/tags/kyc-aml/',
      '/tags/c-plus-plus/',
      '/tags/強化学習/',
      '/tags/kyc-aml/threads/',
      '/tags/c-plus-plus/threads/',
      '/tags/kyc-aml/papers/',
      '/tags/強化学習/papers/',
    ],
  );
});

test('a page that would list nothing does not exist', () => {
  const list = (thread: number, citesWorks: boolean, tags: string[] = []) =>
    listPages({ thread: thread ? [{ slug: 'probe', tags }] : [], paper: [] }, citesWorks);
  assert.deepEqual(list(0, false), ['/']);
  const entry = ['/contents/', '/statement/', '/research/probe/'];
  assert.deepEqual(list(1, false), ['/', '/research/', ...entry]);
  assert.deepEqual(list(1, true), ['/', '/research/', '/references/', ...entry]);
  assert.ok(list(1, false, ['A']).includes('/tags/'));
});

test('no two pages share an address, whatever a tag is called', () => {
  const tags = ['Threads', 'Papers', 'References', 'Tags', 'Titan', 'Titan/Papers', 'C', 'C++'];
  const pages = listPages(
    {
      thread: [{ slug: 'titan', tags }],
      paper: [{ slug: 'titan-papers', tags }],
    },
    true,
  );
  assert.equal(new Set(pages).size, pages.length);
});

test('an address lies below the base and is written as browsers write it', () => {
  assert.equal(withBase('/', '/tags/kyc-aml/'), '/tags/kyc-aml/');
  const page = withBase('/portfolio/', '/tags/強化学習/papers/#list');
  assert.equal(page, '/portfolio/tags/%E5%BC%B7%E5%8C%96%E5%AD%A6%E7%BF%92/papers/#list');
  assert.equal(withBase('/', '/tags/%D0%B6/'), withBase('/', '/tags/ж/'));
});

test('a PDF lies beside its page, under a name that tells what it is wherever it is saved', () => {
  assert.equal(pdfPath('/papers/titan/'), '/papers/titan/titan.pdf');
  assert.equal(pdfPath('/statement/'), '/statement/statement.pdf');
  assert.equal(pdfPath('/'), '/research.pdf');
});
