import assert from 'node:assert/strict';
import { test } from 'node:test';
import { seededRandom } from '../../../src/figures/shared/random.ts';
import { allowances, budgets, listAllowed } from '../../../src/verify/budgets.ts';
import { checkBody, listProblems, writePage, writeSite } from './hand-made.ts';

/** Writes incompressible text of this size that counts as no word. */
function writeNoise(bytes: number): string {
  const random = seededRandom(3);
  return Array.from({ length: bytes }, () =>
    String.fromCharCode(161 + Math.floor(random.uniform() * 9)),
  ).join('');
}

test('a page that is heavier than its content allows is found, and its weight is told', async () => {
  const [found = ''] = await checkBody(budgets, `<p>${writeNoise(60_000)}</p>`);
  assert.match(found, /^\/ It has \d{5} bytes; for its content \d+ are allowed\.$/);
  assert.deepEqual(await checkBody(budgets, '<p>Light</p>'), []);
});

test('each part that an author adds has its allowance', () => {
  const allow = (body: string) => {
    const [page] = writeSite({ 'index.html': writePage(body) }).pages;
    assert.ok(page);
    return listAllowed(page);
  };
  const empty = allow('');
  for (const [body, expected] of [
    ['<p>Three more words</p>', 3 * allowances.word],
    ['<p>三个字</p>', 4 * allowances.word],
    ['<i class="katex"></i>', allowances.formula + allowances.formulaStyles],
    ['<ol><li id="ref-a">A</li></ol>', allowances.reference + allowances.word],
    ['<figure class="interactive"></figure>', allowances.figure],
    ['<table><tbody><tr><td>1</td></tr></tbody></table>', allowances.row + allowances.word],
  ] as const)
    assert.equal(allow(body) - empty, expected, body);
});

test('script that is large, or that the text waits for, is found', async () => {
  const random = writeNoise(9_000);
  const site = writeSite({
    'papers/a/index.html': writePage('<script src="/a.js"></script>'),
    'a.js': `"${random}"`,
  });
  const found = (await listProblems(budgets, site)).join('\n');
  assert.match(found, /Its scripts have \d+ bytes; 4096 are allowed/);
  assert.match(found, /a script that blocks its text/);
});
