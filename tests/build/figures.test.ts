import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { projectFolder } from '../../src/cli/project.ts';
import {
  interactiveFigureNames,
  interactiveFigures,
  nameFolder,
} from '../../src/figures/registry.ts';
import { builds } from '../support/builds.ts';
import {
  decode,
  documents,
  exampleDocuments,
  readPages,
  type Document,
} from '../support/document.ts';

const kept = join(projectFolder, 'tests/fixtures/figures');

const tags = new Map(
  interactiveFigureNames.map((name) => [nameFolder(name), interactiveFigures[name]]),
);

/** Whether a figure draws data of its author. */
function hasInput(folder: string): boolean {
  const tag = tags.get(folder);
  return tag?.data !== undefined || tag?.field !== undefined;
}

/** A figure in a built page. */
interface Placed {
  page: Document;
  id: string;
  folder: string;
  text: (selector: string) => string;
  count: (selector: string) => number;
  /** The value of the control with this id. */
  value: (id: string) => string | undefined;
}

function listPlaced(pages: readonly Document[]): Placed[] {
  return pages.flatMap((page) =>
    page.root.querySelectorAll('.interactive').map((figure) => {
      // The title of a folded figure is before it.
      const whole = figure.closest('.folded-figure') ?? figure;
      const find = (selector: string) => whole.querySelector(selector);
      return {
        page,
        id: figure.getAttributeValue('id') ?? '',
        folder: figure.getAttributeValue('data-figure') ?? '',
        text: (selector: string) =>
          decode(find(selector)?.textContent ?? '')
            .replace(/\s+/g, ' ')
            .trim(),
        count: (selector: string) => whole.querySelectorAll(selector).length,
        value: (id: string) =>
          (find(`input#${id}`) ?? find(`#${id} option[selected]`))?.getAttributeValue('value') ??
          undefined,
      };
    }),
  );
}

const placed = listPlaced([...documents, ...exampleDocuments]);

test('every figure is in a page', () => {
  const folders = new Set(listPlaced(builds.flatMap(readPages)).map(({ folder }) => folder));
  assert.deepEqual([...folders].toSorted(), [...tags.keys()].toSorted());
});

test('a figure is whole as it is built: pictures, words, numbers, its name and its source', () => {
  for (const { page, id, folder, text, count } of placed) {
    const where = `${page.path}#${id}`;
    assert.match(id, /^fig-/, where);
    assert.ok(count('.panel svg') > 0, where);
    assert.ok(count('.interactive-table tbody tr') > 0, where);
    const titles = ['h2', 'h3', 'h4', 'h5'].map((level) => text(`${level}.interactive-title`));
    assert.ok(titles.join('').length > 0, where);
    const [listed] = page.root.querySelectorAll(`.toc a[href="#${id}"]`);
    assert.ok(listed?.textContent.includes(text('.interactive-title').split(' ')[0] ?? ''), where);
    assert.match(text('.interactive-summary'), /\d.*\.$/, where);
    const provenance = hasInput(folder)
      ? /Drawn from .+\.$/
      : /(?:Computed here, not a result Computed here from the published construction|Trained here, a toy, not a result Trained here from random weights[^(]*) \(.+\d{4}.+\).*; not a result of this project\.(?: .+\.)?$/;
    assert.match(text('figcaption'), provenance, where);
    assert.match(text('figcaption'), /^Figure \d+\. /, where);
    const cited = new RegExp(
      `^Figure \\d+, “${text('.interactive-title').replace('?', '\\?')}”\\. In .+#${id}$`,
    );
    assert.match(text('.interactive-cite p'), cited, where);
    assert.equal(count('fieldset[disabled]'), 1, where);
    // A group without controls is none.
    assert.equal(count('fieldset[hidden]') === 1, count('.control-row *') === 0, where);
  }
});

test('a page has three open figures at most, and the titles of the others as headings', () => {
  const folded = exampleDocuments.flatMap(({ root }) => root.querySelectorAll('.folded-figure'));
  assert.ok(folded.length > 0);
  for (const fold of folded) {
    const id = fold.querySelector('.interactive')?.getAttributeValue('id') ?? '';
    const title = fold.querySelector('summary')?.querySelector('.interactive-title');
    assert.match(title?.tagName ?? '', /^h[2-5]$/);
    assert.equal(title?.getAttributeValue('id'), `${id}-title`);
  }
  for (const { path, html, root } of builds.flatMap(readPages)) {
    assert.doesNotMatch(html, /<details class="folded-figure"[^>]* open/);
    const open = root
      .querySelectorAll('.interactive')
      .filter((figure) => figure.closest('.folded-figure') === null);
    assert.ok(open.length <= 3, path);
  }
});

/** Whether all controls of a figure have their initial values. */
function isInitial({ id, folder, value }: Placed): boolean {
  return Object.entries(tags.get(folder)?.parameters ?? {}).every(
    ([name, { initial }]) => value(`${id}-${name}`) === String(initial),
  );
}

test('figures with their initial values are drawn in pages as they are kept', () => {
  const initial = placed.filter((figure) => !hasInput(figure.folder) && isInitial(figure));
  assert.ok(initial.length > 0);
  for (const { page, id, folder } of initial) {
    const panels = readFileSync(join(kept, `${folder}.svg`), 'utf8')
      .trim()
      .split('\n\n');
    for (const panel of panels)
      assert.ok(
        page.html.includes(panel.replaceAll('>\n<', '><').trim()),
        `${page.path}#${id} is not as ${folder}.svg`,
      );
  }
});

test('a figure that is placed with other values begins with them', () => {
  const mixing = placed.find(
    ({ id, page }) => id === 'fig-mixing' && page.path.includes('interactive'),
  );
  assert.match(mixing?.text('.interactive-summary') ?? '', /^Output 9 reads input 4 with weight /);
});
