import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cutText, fitText, type Room } from '../../../../src/metadata/card/fit.ts';

/** Every character is half an em wide. */
const face = {
  spell: (text: string) => text,
  measure: (text: string, size: number) => (Array.from(text).length * size) / 2,
  draw: () => '',
};
const room: Room = { width: 100, height: 40, sizes: [20, 10], lineHeight: 1, language: 'en' };
const fit = (text: string) => fitText(text, face, room);

test('a title has the largest size at which its words fit whole', () => {
  assert.deepEqual(fit('one two'), { size: 20, lines: ['one two'] });
  assert.deepEqual(fit('one two three'), { size: 20, lines: ['one two', 'three'] });
  assert.deepEqual(fit('one two three fours'), { size: 10, lines: ['one two three fours'] });
  assert.deepEqual(fit('eleven-lett'), { size: 10, lines: ['eleven-lett'] });
});

test('its lines are of about one length', () => {
  assert.deepEqual(fit('aaa bbb cc dd').lines, ['aaa bbb', 'cc dd']);
  assert.deepEqual(fit('aa bb cc dddd').lines, ['aa bb', 'cc dddd']);
});

test('a title without spaces is broken after its colon, if that takes no more lines', () => {
  const fitIn = (language: string, text: string) =>
    fitText(text, face, { ...room, language }).lines;
  assert.deepEqual(fitIn('zh', '河流的记忆：四个世纪的洪水'), ['河流的记忆：', '四个世纪的洪水']);
  assert.deepEqual(fitIn('zh', '河流：洪水'), ['河流：洪水']);
  assert.equal(fitIn('zh', '河：四个世纪的洪水与城镇之间的河流').length, 2);
});

test('a line ends after a hyphen, a dash or a stroke in a word where the word fits in no other way', () => {
  assert.deepEqual(fit('gradient-descent-driven').lines, ['gradient-', 'descent-driven']);
  assert.deepEqual(fit('encoder/retrieval/reranking').lines, ['encoder/retrieval/', 'reranking']);
  assert.deepEqual(fit('word — another').lines, ['word —', 'another']);
});

test('rather than at less than half the largest size, a word is set in parts', () => {
  const { size, lines } = fitText('gradient-descent-driven', face, { ...room, sizes: [20, 10, 4] });
  assert.deepEqual([size, lines.length], [10, 2]);
});

test('a word that no size has room for is broken at the smallest', () => {
  assert.deepEqual(fit('x'.repeat(30)), { size: 10, lines: ['x'.repeat(20), 'x'.repeat(10)] });
});

test('what is too much is cut, with an ellipsis', () => {
  const { size, lines } = fit('word '.repeat(40).trim());
  assert.equal(size, 10);
  assert.equal(lines.length, 4);
  assert.match(lines[3] ?? '', /^word word word word…$/);
  assert.equal(fit('x'.repeat(200)).lines.join(''), `${'x'.repeat(79)}…`);
});

test('a cut text ends with no space or comma before its ellipsis', () => {
  const measure = (text: string) => text.length;
  assert.equal(cutText('one, two', measure, 6), 'one…');
  assert.equal(cutText('one, two', measure, 8), 'one, two');
});
