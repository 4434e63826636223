import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { layOutSheet, wrap } from '../../../../src/figures/shared/sheet.ts';

const word = fc.stringMatching(/^[a-z]{1,20}$/);
const sentence = fc.array(word, { minLength: 1, maxLength: 60 }).map((words) => words.join(' '));
const panel = fc.record({
  title: word,
  width: fc.integer({ min: 300, max: 500 }),
  height: fc.integer({ min: 100, max: 600 }),
});
const panels = fc.array(panel, {
  minLength: 1,
  maxLength: 3,
});

test('words are set in lines that are as long as they may be, and none is lost', () => {
  fc.assert(
    fc.property(sentence, fc.integer({ min: 20, max: 80 }), (text, most) => {
      const lines = wrap(text, most);
      assert.equal(lines.join(' '), text);
      for (const [index, line] of lines.entries()) {
        assert.ok(line.length <= most);
        const next = lines[index + 1]?.split(' ')[0];
        if (next !== undefined) assert.ok(line.length + 1 + next.length > most);
      }
    }),
  );
  assert.deepEqual(wrap('at abcdefgh', 4), ['at', 'abcd', 'efgh']);
  assert.deepEqual(wrap('  ', 4), []);
});

test('nothing of a picture stands over something else, or over its edge', () => {
  fc.assert(
    fc.property(sentence, panels, sentence, (title, drawn, caption) => {
      const sheet = layOutSheet(title, drawn, caption);
      const lines = sheet.lines.map(({ x, y, size, text }) => {
        return { left: x, right: x + text.length * size * 0.55, top: y - size, bottom: y };
      });
      const boxes = drawn.map(({ width, height }, index) => {
        const { x, y } = sheet.panels[index] ?? { x: NaN, y: NaN };
        return { left: x, right: x + width, top: y, bottom: y + height };
      });
      const all = [...lines, ...boxes];
      for (const [index, { left, right, top, bottom }] of all.entries()) {
        assert.ok(left >= 24 && right <= sheet.width - 24 && top >= 24);
        assert.ok(bottom <= sheet.height - 24);
        for (const other of all.slice(index + 1)) {
          const isBeside = right <= other.left || other.right <= left;
          assert.ok(isBeside || bottom <= other.top || other.bottom <= top);
        }
      }
    }),
  );
});

test('a picture says its title, that of each panel above it, and its caption, in this order', () => {
  const drawn = [
    { title: 'One', width: 320, height: 200 },
    { title: 'Two', width: 440, height: 100 },
  ];
  const { lines, panels, width } = layOutSheet('A title', drawn, 'A caption.');
  assert.deepEqual(
    lines.map(({ text, face }) => `${text}, ${face}`),
    ['A title, text', 'One, label', 'Two, label', 'A caption., text'],
  );
  assert.deepEqual(
    lines.map(({ x }) => x),
    [24, ...panels.map(({ x }) => x), 24],
  );
  assert.equal(width, 320 + 440 + 3 * 24);
});
