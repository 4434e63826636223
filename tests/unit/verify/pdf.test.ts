import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib';
import { pdf } from '../../../src/verify/pdf.ts';
import { listProblems, writePage, writeSite } from './hand-made.ts';

const head = '<link rel="alternate" href="/page.pdf" type="application/pdf">';
const body =
  '<h1>Page</h1><h2>Part</h2><ol class="cited"><li><a href="https://example.org/work">Work</a></li></ol>';
const statement = {
  'statement/index.html': writePage('<h1>Statement</h1>', ''),
};

/** Builds a PDF without tags, outline and embedded fonts. */
async function buildBare(title: string): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  document.setTitle(title);
  document.setLanguage('en');
  const font = await document.embedFont(StandardFonts.Helvetica);
  document.addPage([300, 400]).drawText('Page', { font });
  return document.save();
}

/** Returns the problems of a site whose home page has this PDF. */
async function check(file: Uint8Array | string | undefined): Promise<string[]> {
  const site = writeSite({ 'index.html': writePage(body, head), ...statement });
  if (file !== undefined) writeFileSync(join(site.folder, 'page.pdf'), file);
  return await listProblems(pdf, site);
}

test('a site without PDFs has no defect', async () => {
  const site = writeSite({ 'index.html': writePage(body, '') });
  assert.deepEqual(await listProblems(pdf, site), []);
});

test('a PDF that lacks what makes it whole is told of', async () => {
  const found = await check(await buildBare('Another'));
  for (const message of [
    'Its Title is “Another”; expected “Page”.',
    'PDF readers show its file name instead of its title.',
    'Its outline has nothing where the page has “Page”.',
    'It has no tags.',
    'No element has the tag H1.',
    'It has a page that is not A4.',
    'Its font “Helvetica” is not embedded.',
    'The address https://example.org/work is not in its text.',
    'The address https://example.org/work is not a link.',
  ])
    assert.ok(found.includes(`/page.pdf ${message}`), `${message}\n${found.join('\n')}`);
  assert.ok(!found.some((problem) => problem.includes('Language')));
});

test('a PDF that is not there, is none, or is of no page, is told of', async () => {
  const paper = '/statement/ It links to no PDF, but must have one.';
  assert.deepEqual(await check(undefined), [
    '/ It links to page.pdf, which does not exist.',
    paper,
  ]);
  assert.match((await check('no PDF')).join('\n'), /^\/page\.pdf It cannot be read: /m);
  const site = writeSite({ 'index.html': writePage(body, ''), 'page.pdf': '' });
  assert.deepEqual(await listProblems(pdf, site), ['/page.pdf No page links to it as its PDF.']);
});

test('a PDF of the author may be linked in the navigation alone', async () => {
  const html = writePage(body, '').replace('<main>', '<nav><a href="/cv.pdf">CV</a></nav><main>');
  assert.deepEqual(await listProblems(pdf, writeSite({ 'index.html': html, 'cv.pdf': '' })), []);
});
