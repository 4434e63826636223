import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { applyEdits } from '../../../src/cli/fix.ts';
import { readTextFile } from '../../../src/loaders/text-file.ts';

const root = mkdtempSync(join(tmpdir(), 'text-file-'));
after(() => rmSync(root, { recursive: true }));

function read(file: string, text: string) {
  writeFileSync(join(root, file), text);
  return readTextFile(root, file);
}

test('BibTeX is read without the characters of no width in its keys, names and addresses', () => {
  const bib =
    '@bo\u200bok{k\u2060ey,\r\n  ti\ufefftle = {In\u00adformation},\r\n  doi = {10.1/\u200ba}\r\n}';
  const { text, faults } = read('a.bib', bib);
  assert.deepEqual(faults, []);
  assert.equal(text, '@book{key,\n  title = {Information},\n  doi = {10.1/a}\n}');
});

test('a text with characters of no width has one fault, whose corrections remove all of them', () => {
  const mdx = '---\nti\u200btle: A\n---\n\n\u2060[@ke\u200by] so\u00adft\n';
  const { text, faults } = read('a.mdx', mdx);
  const plain = '---\ntitle: A\n---\n\n[@key] so\u00adft\n';
  assert.equal(text, plain);
  assert.deepEqual(
    faults.map(({ rule, line, column }) => [rule, line, column]),
    [['unreadable-text', 2, 3]],
  );
  assert.equal(applyEdits(Buffer.from(mdx), faults[0]?.edits ?? []).text, plain);
});
