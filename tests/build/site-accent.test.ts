import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { findBuild } from '../support/builds.ts';

const read = (name: string, path: string) =>
  readFileSync(join(findBuild(name).folder, path, 'index.html'), 'utf8');

test('pages have the accent of the site, and those of an entry with one have its own', () => {
  for (const path of ['', 'papers/', 'papers/dalseong2024topography/', 'about/']) {
    const html = read('biology', path);
    assert.match(html, /<html[^>]* data-accent="own"/, path);
    assert.match(html, /--own-accent:light-dark\(#1d786b,#4a9f8f\)/, path);
  }
  assert.match(read('biology', 'research/somatic-clock/'), /<html[^>]* data-accent="ultramarine"/);
});

test('without an accent of the site, its pages have none', () => {
  assert.doesNotMatch(read('history', 'papers/'), /<html[^>]* data-accent/);
});
