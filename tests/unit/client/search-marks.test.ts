import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cutExcerpt, markWords, type ExcerptPiece } from '../../../src/client/search-marks.ts';

const write = (pieces: ExcerptPiece[]) =>
  pieces.map(({ text, isMatch }) => (isMatch ? `[${text}]` : text)).join('');

test('the words of the terms are marked as they stand, and no part of another word', () => {
  const pieces = markWords('Gödel’s Proofs, a proof; proofread <b>', new Set(['godel', 'proof']));
  assert.equal(write(pieces), '[Gödel]’s [Proofs], a [proof]; proofread <b>');
  assert.equal(pieces.map(({ text }) => text).join(''), 'Gödel’s Proofs, a proof; proofread <b>');
});

const filler = 'word '.repeat(60);

test('an excerpt is about the first word that matches, in whole words', () => {
  const text = write(cutExcerpt(`${filler}the needle here ${filler}`, new Set(['needle'])));
  assert.match(text, /^… (word )+the \[needle\] here (word )+…$/);
  assert.ok(text.length < 200);
});

test('a short text is its own excerpt, and one without a match is its beginning', () => {
  assert.equal(write(cutExcerpt('All of it.', new Set(['all']))), '[All] of it.');
  assert.match(write(cutExcerpt(`Start ${filler}`, new Set(['absent']))), /^Start (word )+…$/);
});

test('a text without a blank is cut without loss of the match', () => {
  const long = `${'x'.repeat(400)}-needle-${'y'.repeat(400)}`;
  assert.match(write(cutExcerpt(long, new Set(['needle']))), /\[needle\]/);
});
