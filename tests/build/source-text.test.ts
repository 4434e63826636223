import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { HtmlElement, TextNode, type DOMNode } from 'html-validate';
import { decode, researchPage } from '../support/document.ts';

const source = readFileSync(
  join(import.meta.dirname, '../fixtures/original/research-page.txt'),
  'utf8',
);

/** The author's text by sentence and label. The tags of an entry are one label. */
const units = source
  .split('\n')
  .map((line) => normalise(line.replace(/^\s*•/, '')))
  .filter(Boolean)
  .flatMap((line) => line.split(/(?<=[.?!]"?) (?=["A-Z])/));

const page = normalise(researchPage.root.querySelectorAll('main').map(readText).join(' '));

/** Ignores typography: dashes become hyphens, quotes straight, spaces plain. */
function normalise(text: string): string {
  return text
    .replace(/--+|[‐-―]/g, '-')
    .replace(/[“”]/g, '"')
    .replace(/[‘’]/g, "'")
    .replaceAll('…', '...')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Returns the visible text of an element in document order. */
function readText(node: DOMNode): string {
  if (node instanceof TextNode) return decode(node.textContent);
  if (!(node instanceof HtmlElement) || node.matches('svg, .sr-only')) return '';
  const text = node.childNodes.map(readText).join('');
  return node.matches('a, b, code, em, i, span, strong, sub, sup, time') ? text : ` ${text} `;
}

/** Returns the units that `text` lacks, verbatim and in order. */
function findMissing(text: string): string[] {
  let position = 0;
  return units.filter((unit) => {
    const pattern = new RegExp(`(?<!\\w)${RegExp.escape(unit)}(?!\\w)`, 'g');
    pattern.lastIndex = position;
    const found = pattern.exec(text);
    if (found) position = pattern.lastIndex;
    return !found;
  });
}

test('the Research page has every sentence and label of the author’s text, in its order', () => {
  assert.deepEqual(findMissing(page), []);
});

const changes: [what: string, from: string, to: string][] = [
  ['a word', 'truly optimal', 'really optimal'],
  ['a number', '30%, 50%, 70%', '30%, 55%, 70%'],
  ['a space', 'Train & Baseline', 'Train &Baseline'],
  ['a tag', 'TransformerLens Mechanistic', 'Mechanistic'],
  ['the order of words', 'Submitted to SeCrypt', 'To SeCrypt submitted'],
];

for (const [what, from, to] of changes)
  test(`a change of ${what} is found`, () => {
    const changed = page.replaceAll(from, to);
    assert.notEqual(changed, page);
    assert.notDeepEqual(findMissing(changed), []);
  });

test('two sentences that change places are found', () => {
  const [first, second] = ['Establish baseline', 'Vary model depth'].map(
    (start) => units.find((unit) => unit.startsWith(start)) ?? '',
  );
  const changed = page.replace(`${first} ${second}`, `${second} ${first}`);
  assert.notEqual(changed, page);
  assert.deepEqual(findMissing(changed), [second]);
});
