import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mark } from '../../../src/lib/mark.ts';
import { drawFavicon, drawIcon, iconSizes } from '../../../src/metadata/icon.ts';
import { readPalettes } from '../../../src/metadata/palette.ts';

const styles =
  '--color-paper: light-dark(#ffffff, #000000); --color-ink: light-dark(#111111, #eeeeee)';
const palettes = readPalettes(styles);

test('the icon of a tab has the ink of the theme around it', () => {
  const svg = drawFavicon(palettes);
  assert.match(svg, /path\{fill:#111111\}.*dark\)\{path\{fill:#eeeeee\}/);
  assert.ok(svg.includes(mark.path));
});

for (const size of Object.values(iconSizes))
  test(`at ${size} pixels the glyph is in the middle, sharp, and within what a system keeps`, () => {
    const svg = drawIcon(size, palettes.light);
    const [start = 0, top, scale = 0] = Array.from(
      /translate\((\d+) (\d+)\) scale\((\d+)\)/.exec(svg)?.slice(1) ?? [],
      Number,
    );
    const side = mark.side * scale;
    assert.equal(start, top);
    assert.ok(Math.abs(size - side - 2 * start) <= 1, svg);
    // The corners of the glyph lie in the circle of four fifths that every mask leaves.
    assert.ok(Math.hypot(side, side) / 2 <= 0.4 * size, svg);
    assert.ok(side >= 0.4 * size, svg);
  });

test('a colour that the theme does not have is no colour', () => {
  assert.throws(() => drawIcon(192, {}), /The theme has no colour “ink”/);
});
