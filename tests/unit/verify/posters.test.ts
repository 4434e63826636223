import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib';
import { posters } from '../../../src/verify/posters.ts';
import { listProblems, writePage, writeSite } from './hand-made.ts';

const page = writePage(
  '<p class="interactive-poster"><a href="/a.poster.svg">SVG</a> <a href="/a.poster.pdf">PDF</a></p>',
);

test('a poster that is not there is told of', async () => {
  assert.deepEqual(await listProblems(posters, writeSite({ 'index.html': page })), [
    '/a.poster.svg It does not exist.',
    '/a.poster.pdf It does not exist.',
  ]);
});

test('a poster that is heavy, of another size, or lacks what makes it whole is told of', async () => {
  const site = writeSite({
    'index.html': page,
    'a.poster.svg': '<svg xml:lang="de">'.padEnd(600_000),
  });
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  document.addPage([842, 1191]).drawText('Poster', { font });
  writeFileSync(join(site.folder, 'a.poster.pdf'), await document.save());
  assert.deepEqual(await listProblems(posters, site), [
    '/a.poster.svg It has 600000 bytes; 500000 are allowed.',
    '/a.poster.svg It is not one sheet of A3.',
    '/a.poster.pdf It is not one sheet of A3.',
    '/a.poster.pdf It has no title.',
    '/a.poster.pdf Its language is not de.',
    '/a.poster.pdf It says when it was printed.',
    '/a.poster.pdf Its drawing has no description.',
    '/a.poster.pdf Its font “Helvetica” is not embedded.',
  ]);
});
