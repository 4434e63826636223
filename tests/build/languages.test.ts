import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { findBuild } from '../support/builds.ts';

const mirrored = findBuild('mirrored');
const history = findBuild('history');

const read = ({ folder }: { folder: string }, path: string): string =>
  readFileSync(join(folder, path, 'index.html'), 'utf8').replace(/\s*([<>])\s*/g, '$1');

/** Keeps the page out of the message. */
function assertShown(html: string, pattern: RegExp): void {
  assert.ok(pattern.test(html), String(pattern));
}

const page = read(mirrored, 'research/mesa-optimization-probe/');

test('a page in Arabic says so, and its own words are in Arabic', () => {
  assertShown(page, /<html lang="ar" dir="rtl"/);
  assertShown(page, /<a href="#main" class="skip-link">انتقل إلى النص<\/a>/);
  assertShown(page, /<nav aria-label="الرئيسية"/);
  assertShown(page, /<h2 class="[^"]*">سؤال البحث<\/h2>/);
  assertShown(page, />البحث العلمي</);
});

test('the names of authors have the comma of the language between them', () => {
  const between = (html: string) =>
    new Set(Array.from(html.matchAll(/<\/bdi>([,،、，]) ?(?=<|\p{L})/gu), ([, comma]) => comma));
  assert.deepEqual([...between(read(mirrored, 'papers/'))], ['،']);
});

test('a count in Arabic has the form of its number', () => {
  assertShown(page, /منهجية من 3 مراحل/);
  assertShown(read(mirrored, 'references/'), /\d+ مرجعًا? يستشهد بها هذا الموقع/);
});

test('references and the words of a figure are in English, and say so', () => {
  assertShown(page, /<p lang="en" dir="ltr">[^<]*<bdi|<p lang="en" dir="ltr">[A-Z]/);
  assertShown(page, /<p class="interactive-summary" lang="en" dir="ltr"/);
  assertShown(page, /<button type="button" data-reset>إعادة الضبط<\/button>/);
  assertShown(page, /<strong>الشكل 1\./);
});

test('scripts find their words in the page', () => {
  const [, json = ''] =
    /<script type="application\/json" id="words">(.*?)<\/script>/.exec(page) ?? [];
  const words = JSON.parse(json) as Record<string, unknown>;
  assert.deepEqual([words.language, words.close], ['ar', 'إغلاق']);
  assert.ok(!read(findBuild('grown'), '').includes('id="words"'));
});

test('a site in French has French dates, plurals and signs, also around an entry in Arabic', () => {
  assertShown(read(history, ''), /class="skip-link" lang="fr">Aller au texte/);
  assertShown(read(history, ''), /Les \d+ articles/);
  assertShown(read(history, 'papers/awraq2024/'), /<h2 [^>]*lang="fr">/);
  assertShown(
    read(history, 'news/'),
    /<time datetime="[^"]+" [^>]*lang="fr">\d+ [a-zéû]+\.? \d{4}</,
  );
});
