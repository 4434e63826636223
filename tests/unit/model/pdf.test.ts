import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildPaper, buildThread, buildView } from './specimen.ts';

const build = (hasPdfs: boolean) =>
  buildView({}, [buildThread('probe')], [buildPaper('titan')], hasPdfs).frame.pdfs;

test('the Research page, the statement and each entry are there as PDF', () => {
  assert.deepEqual(
    [...build(true)],
    [
      ['/portfolio/', '/portfolio/research.pdf'],
      ['/portfolio/statement/', '/portfolio/statement/statement.pdf'],
      ['/portfolio/research/probe/', '/portfolio/research/probe/probe.pdf'],
      ['/portfolio/papers/titan/', '/portfolio/papers/titan/titan.pdf'],
    ],
  );
});

test('a build that makes none has none', () => {
  assert.equal(build(false).size, 0);
});
