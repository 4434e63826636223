import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { buildTint, pickAccent } from '../../../src/lib/tint.ts';
import {
  buildAccent,
  fitColour,
  grounds,
  hues,
  isAccent,
  readColour,
} from '../../../src/lib/accent.ts';
import { findContrast, toOklch, toRgb, type Rgb } from '../../../src/lib/oklch.ts';
import { readPalettes } from '../../../src/metadata/palette.ts';

const parse = (colour: string): Rgb =>
  [1, 3, 5].map((start) => parseInt(colour.slice(start, start + 2), 16) / 255) as unknown as Rgb;
const themes = ['light', 'dark'] as const;
const anyColour = fc
  .integer({ min: 0, max: 0xffffff })
  .map((number) => `#${number.toString(16).padStart(6, '0')}`);

test('a colour is read in each way that CSS can state it', () => {
  const orange = '#ff6600';
  for (const text of [
    '#f60',
    '#FF6600',
    'rgb(255, 102, 0)',
    'rgb(100% 40% 0%)',
    'hsl(24 100% 50%)',
  ])
    assert.equal(readColour(text), orange, text);
  assert.equal(readColour('rebeccapurple'), '#663399');
  assert.equal(readColour('oklch(62.8% 0.2577 29.23)'), '#ff0000');
  assert.equal(readColour('#ff660080'), orange);
});

test('what is no colour of its own is not read', () => {
  for (const text of [
    'ornge',
    '',
    '#ff',
    'transparent',
    'currentColor',
    'var(--x)',
    'red; }',
    'inherit',
  ])
    assert.equal(readColour(text), undefined, text);
  assert.ok(hues.every(isAccent) && isAccent('teal') && !isAccent('sunny'));
});

test('every colour ends in contrast with each ground of both themes', () => {
  fc.assert(
    fc.property(anyColour, (colour) => {
      const fitted = fitColour(colour);
      for (const theme of themes)
        for (const ground of grounds[theme])
          assert.ok(findContrast(parse(fitted[theme]), parse(ground)) >= 4.5, `${theme} ${ground}`);
    }),
  );
});

test('a colour that can be read stays as it is, and fitting is done once', () => {
  fc.assert(
    fc.property(anyColour, fc.constantFrom(...themes), (colour, theme) => {
      const fitted = fitColour(colour)[theme];
      assert.equal(fitColour(fitted)[theme], fitted);
    }),
  );
  assert.deepEqual(fitColour('#ff6600'), { light: '#b84800', dark: '#ff6600' });
});

test('the hue remains where there is one', () => {
  fc.assert(
    fc.property(anyColour, fc.constantFrom(...themes), (colour, theme) => {
      const own = toOklch(parse(colour));
      const moved = toOklch(parse(fitColour(colour)[theme]));
      fc.pre(Math.min(own.chroma, moved.chroma) > 0.03);
      const turn = Math.abs(own.hue - moved.hue);
      assert.ok(Math.min(turn, 2 * Math.PI - turn) < 0.12, String(turn));
    }),
  );
});

test('OKLCH is that of its author’s table, and converts back', () => {
  const red = toOklch([1, 0, 0]);
  assert.ok(Math.abs(red.lightness - 0.628) < 1e-3 && Math.abs(red.chroma - 0.2577) < 1e-3);
  fc.assert(
    fc.property(anyColour, (colour) => {
      const back = toRgb(toOklch(parse(colour)));
      assert.ok(back.every((part, index) => Math.abs(part - (parse(colour)[index] ?? 0)) < 2e-3));
    }),
  );
});

test('the grounds and hues are those of the style sheet', () => {
  const styles = join(import.meta.dirname, '../../../src/styles/theme.css');
  const palettes = readPalettes(readFileSync(styles, 'utf8'));
  for (const theme of themes) {
    const { paper, raised, marked } = palettes[theme];
    assert.deepEqual(grounds[theme], [paper, raised, marked]);
    assert.ok(hues.every((hue) => hue in palettes[theme]));
  }
});

test('an element has a hue by name, and a colour as a property', () => {
  assert.equal(buildAccent('violet'), 'violet');
  assert.deepEqual(buildTint('violet'), { 'data-accent': 'violet' });
  const own = buildAccent('#f60');
  assert.deepEqual(buildTint(own), {
    'data-accent': 'own',
    style: '--own-accent:light-dark(#b84800,#ff6600)',
  });
  assert.deepEqual(
    themes.map((theme) => pickAccent(own, theme)),
    ['#b84800', '#ff6600'],
  );
  assert.equal(pickAccent('violet', 'dark'), 'violet');
});
