import assert from 'node:assert/strict';
import { test } from 'node:test';
import { links } from '../../../src/verify/links.ts';
import { checkBody } from './hand-made.ts';

test('links that lead somewhere are no problem, nor are those to other hosts', async () => {
  const targets = ['/', '#top', 'https://example.org/', 'mailto:ada@example.org'];
  const body = targets.map((href) => `<a href="${href}">Link</a>`).join('');
  assert.deepEqual(await checkBody(links, `<h1 id="top">Page</h1>${body}`), []);
});

test('a dead link, a dead fragment, a dead file of a style and an odd address are found', async () => {
  const dead = ['/missing/', '/#nowhere', '/missing.woff2', 'ftp://example.org/a'];
  const styles = `<style>@font-face { font-family: F; src: url('/missing.woff2') }</style>`;
  const body = dead.map((href) => `<a href="${href}">Link</a>`).join('');
  const found = (await checkBody(links, `<h1>Page</h1>${styles}${body}`)).join('\n');
  for (const href of dead) assert.ok(found.includes(`/ It links to ${href}`), `${href}\n${found}`);
});
