import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkPublicFiles } from '../../../src/model/page-address.ts';
import { buildLocatedEntry } from './located-entry.ts';

/** Returns the files of `public/` that are reported beside a paper with a translation, and a page. */
function report(publicFiles: string[], papers = 1): string[] {
  const content = {
    entries: [
      buildLocatedEntry('paper', 'titan'),
      buildLocatedEntry('page', 'teaching'),
      ...Array.from({ length: papers - 1 }, (_, index) => buildLocatedEntry('paper', `p-${index}`)),
    ],
    translations: [buildLocatedEntry('paper', 'titan.fr')],
    keys: [],
    areKeysKnown: true,
    misplacedSlugs: [],
    pageLinks: [],
    publicFiles,
  };
  return checkPublicFiles(content).map(({ found }) => found);
}

test('a file of public/ cannot be at the address of a page, of a translation, or of what is made of it', () => {
  const taken = [
    'index.html',
    '404.html',
    'llms.txt',
    'feed.xml',
    'papers/index.html',
    'papers/titan/index.html',
    'papers/titan/fr/index.html',
    'papers\\Titan\\FR\\Index.html',
    'papers/titan/fr/index.md',
    'teaching/index.html',
  ];
  assert.deepEqual(
    report(taken),
    taken.map((file) => `public/${file.replaceAll('\\', '/')}`),
  );
});

test('other files are published as they are', () => {
  const free = ['robots.txt', '_headers', 'google123.html', 'papers/titan/de/index.html', 'cv.pdf'];
  assert.deepEqual(report([...free, 'blog/index.html', 'papers', 'papers/titan/notes.md']), []);
});

test('a list that is divided has the addresses of its parts', () => {
  const part = 'papers/year-2019/index.html';
  assert.deepEqual(report([part]), []);
  assert.deepEqual(report([part], 150), [`public/${part}`]);
});
