import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { findBuild } from '../support/builds.ts';

const readHome = (name: string) => readFileSync(join(findBuild(name).folder, 'index.html'), 'utf8');

test('a site of one page says that nothing is published, and has no navigation', () => {
  assert.match(readHome('empty'), /Nothing published yet\./);
  assert.doesNotMatch(readHome('empty'), /<nav/);
});

test('a paper on the Research page says when it became public, also where its venue has no year', () => {
  assert.match(readHome('papers'), /Public since\s*<time datetime="2025">/);
});
