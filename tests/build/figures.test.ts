import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { test } from 'node:test';
import { projectFolder } from '../../src/cli/project.ts';
import { interactiveFigures, nameFolder } from '../../src/lib/interactive-figures.ts';
import { decode, documents, exampleDocuments, type Document } from '../support/document.ts';

const kept = join(projectFolder, 'tests/fixtures/figures');

/** Figures that need an input beside their parameters. */
const withInput = ['latency-accuracy', 'who-sees-what'];

/** A figure in a built page. */
interface Placed {
  page: Document;
  id: string;
  folder: string;
  text: (selector: string) => string;
  count: (selector: string) => number;
}

function listPlaced(pages: readonly Document[]): Placed[] {
  return pages.flatMap((page) =>
    page.root.querySelectorAll('.interactive').map((figure) => ({
      page,
      id: figure.getAttributeValue('id') ?? '',
      folder: figure.getAttributeValue('data-figure') ?? '',
      text: (selector: string) =>
        decode(figure.querySelector(selector)?.textContent ?? '')
          .replace(/\s+/g, ' ')
          .trim(),
      count: (selector: string) => figure.querySelectorAll(selector).length,
    })),
  );
}

const placed = listPlaced([...documents, ...exampleDocuments]);
const folders = interactiveFigures.map(nameFolder).toSorted();

test('the example has every figure, and the site each but the one that needs measurements', () => {
  const list = (pages: readonly Document[]) =>
    [...new Set(listPlaced(pages).map(({ folder }) => folder))].toSorted();
  assert.deepEqual(list(exampleDocuments), folders);
  assert.deepEqual(
    list(documents),
    folders.filter((folder) => folder !== 'latency-accuracy'),
  );
});

test('a figure is whole as it is built: pictures, words, numbers, its name and what it comes from', () => {
  for (const { page, id, folder, text, count } of placed) {
    const where = `${page.path}#${id}`;
    assert.match(id, /^fig-/, where);
    assert.ok(count('.panel svg') > 0, where);
    assert.ok(count('.interactive-table tbody tr') > 0, where);
    assert.ok(text('.interactive-title').length > 0, where);
    assert.match(text('.interactive-summary'), /\d.*\.$/, where);
    const provenance = withInput.includes(folder)
      ? /Drawn from .+\.$/
      : /Computed here from the published construction \(.+\d{4}.+\); not a result of this project\.$/;
    assert.match(text('figcaption'), provenance, where);
    assert.match(text('figcaption'), /^Figure \d+\. /, where);
    const cited = new RegExp(
      `^Figure \\d+, “${text('.interactive-title').replace('?', '\\?')}”\\. In .+#${id}$`,
    );
    assert.match(text('.interactive-cite p'), cited, where);
    assert.equal(count('fieldset[disabled]'), 1, where);
  }
});

test('figures with their first values are drawn in pages as they are kept', () => {
  const html = documents.map((page) => page.html).join('\n');
  for (const file of globSync('*.svg', { cwd: kept })) {
    if (withInput.includes(basename(file, '.svg'))) continue;
    const panels = readFileSync(join(kept, file), 'utf8').trim().split('\n\n');
    assert.ok(panels.length > 0);
    for (const panel of panels)
      assert.ok(html.includes(panel.replaceAll('>\n<', '><').trim()), `${file} is in no page`);
  }
});

test('a figure that is placed with other values begins with them', () => {
  const mixing = placed.find(
    ({ id, page }) => id === 'fig-mixing' && page.path.includes('interactive'),
  );
  assert.match(mixing?.text('.interactive-summary') ?? '', /^Output 9 reads input 4 with weight /);
});
