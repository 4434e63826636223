import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findOpenIsolate, turning, unreadable } from '../../../src/lib/characters.ts';

test('what a script needs is text', () => {
  const texts = [
    'a\tb\nc é e\u0301 – “x” … 1\u00a0000 1\u202f000',
    'می\u200cخواهم क्\u200dष שלום\u200f! \u200eabc \u061c',
    '👩\u200d🔬 ❤\ufe0f 🇫🇷 葛\u{e0100} ᠠ\u180b',
    'ℓ₂ ∑ 𝔼 \u{10400} co\u00adoperate',
  ];
  for (const text of texts) {
    assert.doesNotMatch(text, new RegExp(unreadable.source, 'u'));
    assert.doesNotMatch(text, new RegExp(turning.source, 'u'));
  }
});

test('every control but a tab and the end of a line is found, and what hides letters', () => {
  const isFound = (code: number) => String.fromCodePoint(code).match(unreadable) !== null;
  const range = (first: number, last: number) =>
    Array.from({ length: last - first + 1 }, (_, index) => first + index);
  const controls = [...range(0, 0x1f), ...range(0x7f, 0x9f)];
  assert.deepEqual(
    controls.filter((code) => !isFound(code)),
    [0x09, 0x0a],
  );
  for (const code of [...range(0xe0000, 0xe007f), 0x200b, 0x2028, 0x2029, 0x2060, 0x3164, 0xfeff])
    assert.ok(isFound(code), code.toString(16));
  for (const code of [0xfffd, 0xffff, 0x1fffe, 0xd800]) assert.ok(isFound(code), code.toString(16));
});

const [lri, rli, fsi, end] = ['\u2066', '\u2067', '\u2068', '\u2069'] as const;

for (const [text, index] of [
  ['', -1],
  [`a ${rli}b${end} c`, -1],
  [`${lri}a ${fsi}b${end}${end}`, -1],
  [`a ${rli}b`, 2],
  [`a${end}`, 1],
  [`${rli}a${end}${end}`, 3],
  [`${rli}a${lri}b${end}`, 0],
] as const)
  test(`an isolated direction without an end is found: ${JSON.stringify(text)}`, () => {
    assert.equal(findOpenIsolate(text), index);
  });
