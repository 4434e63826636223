import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { portfolioBuild } from '../support/builds.ts';
import { assertWithin, compress } from '../support/bytes.ts';
import { listScripts, portfolioDocuments } from '../support/document.ts';

const entries = portfolioDocuments.filter(({ path }) =>
  /^\/(research|papers)\/[\w-]+\/$/.test(path),
);

test('there are entries to weigh', () => {
  assert.ok(entries.length >= 4);
});

for (const page of entries) {
  const { path, html, root } = page;

  test(`${path} is light, its text, its math and its styles`, (context) => {
    const figures = root.querySelectorAll('.interactive').length;
    // The styles of formulas are in the page, in place of a file of 3 KB.
    const formulas = root.querySelectorAll('.katex').length > 0 ? 768 : 0;
    // A figure is a drawing, a table of its numbers, and its controls.
    assertWithin(context, compress(html), 30_720 + formulas + figures * 4_096);
  });

  test(`${path} has little script, and none that its reading waits for`, (context) => {
    const scripts = root.querySelectorAll('script[src]');
    assert.deepEqual(
      scripts.filter((script) => script.getAttributeValue('type') !== 'module'),
      [],
    );
    const files = scripts.map((script) =>
      (script.getAttributeValue('src') ?? '').slice(portfolioBuild.base.length),
    );
    const inline = listScripts(page).map(({ textContent }) => textContent);
    const texts = files.map((file) => readFileSync(join(portfolioBuild.folder, file), 'utf8'));
    assertWithin(context, compress([...inline, ...texts].join('\n')), 4_096);
  });

  test(`${path} has the styles of math only where there is math, and waits for no style sheet`, () => {
    const styles = root.querySelectorAll('style').map(({ textContent }) => textContent);
    const hasStyles = styles.some((style) => style.includes('.katex{'));
    assert.equal(hasStyles, root.querySelectorAll('.katex').length > 0);
    assert.deepEqual(root.querySelectorAll('link[rel="stylesheet"]'), []);
  });

  test(`${path} is painted when its last part is there, and not while it arrives`, () => {
    const awaited = root.querySelector('link[rel="expect"]')?.getAttributeValue('href') ?? '';
    assert.ok(awaited.startsWith('#') && root.querySelector(awaited) !== null, awaited);
  });
}
