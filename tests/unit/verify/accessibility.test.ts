import assert from 'node:assert/strict';
import { test } from 'node:test';
import { accessibility } from '../../../src/verify/accessibility.ts';
import { listProblems, writePage, writeSite } from './hand-made.ts';

test('what a reader cannot see, name or reach is found, and a page that scrolls sideways', async () => {
  const site = writeSite({
    'index.html': writePage(
      '<h1>One</h1><p style="color: #999; background: #fff">Faint</p><p><a href="/"></a></p>' +
        '<div style="width: 1500px">Wide</div>',
      '',
    ),
    'sound/index.html': writePage('<h1>One</h1><p>Words</p>', ''),
  });
  const found = (await listProblems(accessibility, site)).join('\n');
  assert.match(found, /^\/ color-contrast \(light, 390 px\): <p/m);
  assert.match(found, /^\/ link-name \(dark, 1440 px\)/m);
  assert.match(found, /^\/ It is 1508 px wide in a window of 390 px\.$/m);
  assert.doesNotMatch(found, /^\/sound\//m);
});

test('a cell that holds only a formula is not empty', async () => {
  const table = (head: string) =>
    `<h1>One</h1><table><caption>Two</caption><thead><tr><th>${head}</th></tr></thead><tbody><tr><td>1</td></tr></tbody></table>`;
  const site = writeSite({
    'index.html': writePage(table('<math><mi>r</mi></math>'), ''),
    'empty/index.html': writePage(table(''), ''),
  });
  const found = await listProblems(accessibility, site);
  assert.ok(found.length > 0);
  for (const problem of found) assert.match(problem, /^\/empty\/ empty-table-header /);
});

test('a formula that is wider than a phone is told, and is no problem', async () => {
  const formula = '<annotation>x + y</annotation><div style="width: 350px">x + y</div>';
  const site = writeSite({
    'index.html': writePage(
      `<h1>One</h1><div class="katex-display" style="overflow: auto" tabindex="0">${formula}</div>`,
      '',
    ),
  });
  const { problems, remarks } = await accessibility.run(site);
  assert.deepEqual(problems, []);
  assert.deepEqual(
    remarks?.map(({ message }) => message),
    ['At 320 px the formula “x + y” has to be scrolled. “aligned” can break it.'],
  );
});
