import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  fixFormerAddress,
  isFormerAddress,
  nameFormerFile,
} from '../../../src/lib/former-address.ts';

const kept: [address: string, file: string][] = [
  ['/publications/titan/', 'publications/titan/index.html'],
  ['/publications/titan', 'publications/titan/index.html'],
  ['/blog/2024/titan.html', 'blog/2024/titan.html'],
  ['/blog/index.html', 'blog/index.html'],
  ['/posts/gpt-4.5/', 'posts/gpt-4.5/index.html'],
  ['/titan.php', 'titan.php/index.html'],
  ['/études/тема/', 'études/тема/index.html'],
];

for (const [address, file] of kept)
  test(`a host sends ${file} at ${address}`, () => {
    assert.ok(isFormerAddress(address));
    assert.equal(nameFormerFile(address), file);
  });

for (const address of [
  ...['', '/', 'publications/titan/', '//host/a/', '/a//b/', '/../a/', '/.git/', '/a/b./'],
  ...['/?p=12', '/a/#part', '/a b/', '/a\\b/', '/a*/', '/:a/', '/%C3%A9/', 'https://a.org/b/'],
  ...['/_headers', '/404.html', '/con/', '/paper.PDF', '/paper.pdf/', '/a.html/b/'],
  `/${'a'.repeat(101)}/`,
])
  test(`no page is kept at ${address.slice(0, 40)}`, () => {
    assert.ok(!isFormerAddress(address));
  });

const fixed: [text: string, address: string][] = [
  ['https://ada.example.org/publications/titan/?lang=en#abstract', '/publications/titan/'],
  ['publications//titan', '/publications/titan'],
  [' \\blog\\titan.html ', '/blog/titan.html'],
  ['/%C3%A9tudes/', '/études/'],
];

for (const [text, address] of fixed)
  test(`${text} is meant as ${address}`, () => {
    assert.equal(fixFormerAddress(text), address);
    assert.ok(isFormerAddress(address));
  });

test('an address with a broken escape stays as it is', () => {
  assert.equal(fixFormerAddress('/a%/'), '/a%/');
});
