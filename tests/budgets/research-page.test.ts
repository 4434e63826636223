import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { test } from 'node:test';
import { findBuild, rootBuild } from '../support/builds.ts';
import { assertWithin, compress } from '../support/bytes.ts';
import {
  decode,
  findPage,
  listFetched,
  listScripts,
  portfolioDocuments,
  researchPage,
} from '../support/document.ts';

const { html, root } = researchPage;

interface FontFace {
  address: string;
  /** The first and last character of each range that loads it. Empty means all. */
  ranges: [number, number][];
}

const fontFaces: FontFace[] = Array.from(
  html.matchAll(/@font-face\s*{([^}]*)}/g),
  ([, rule = '']) => ({
    address: /url\(["']?([^"')]+)/.exec(rule)?.[1] ?? '',
    ranges: Array.from(rule.matchAll(/U\+([\dA-F]+)(?:-([\dA-F]+))?/gi), ([, first = '', last]) => {
      return [parseInt(first, 16), parseInt(last ?? first, 16)] as [number, number];
    }),
  }),
).filter(({ address }) => address !== '');

const characters = new Set(Array.from(decode(root.textContent), (one) => one.codePointAt(0) ?? 0));

/** Returns the files that a browser fetches for the page, from its elements and styles. */
function listRequests(): string[] {
  const used = fontFaces.filter(
    ({ ranges }) =>
      ranges.length === 0 ||
      ranges.some(([first, last]) => [...characters].some((one) => first <= one && one <= last)),
  );
  return [...new Set([...listFetched(researchPage), ...used.map(({ address }) => address)])];
}

test('the page comes whole in the first flight of one connection', (context) => {
  // With an address, its head is longer.
  const published = findPage('/', portfolioDocuments);
  assertWithin(context, compress(published.html), 14_336);
});

test('the page of an author with fifty entries is small too', (context) => {
  const html = readFileSync(join(findBuild('stranger').folder, 'index.html'), 'utf8');
  assertWithin(context, compress(html), 24_576);
});

test('its script is small, inline and waits for nothing', (context) => {
  const scripts = listScripts(researchPage);
  assert.deepEqual(
    scripts.flatMap(({ attributes }) => attributes.map(({ key }) => key)),
    [],
  );
  assertWithin(context, compress(scripts.map(({ textContent }) => textContent).join('\n')), 1_024);
});

test('its fonts are small', (context) => {
  const fonts = listRequests().filter((address) => extname(address) === '.woff2');
  const sizes = fonts.map((address) => readFileSync(join(rootBuild.folder, address)).length);
  assertWithin(
    context,
    sizes.reduce((sum, size) => sum + size, 0),
    73_728,
  );
});

test('it asks for nothing but its fonts and what a system keeps of it', (context) => {
  const requests = listRequests();
  context.diagnostic(requests.join(' '));
  const others = requests.filter((address) => extname(address) !== '.woff2');
  assert.deepEqual(others, [
    ...['/favicon.svg', '/icon-192.png', '/icon-180.png', '/manifest.webmanifest'],
  ]);
});
