import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

const source = join(import.meta.dirname, '../../../src');
/** The styles of a component, or all of a style sheet. */
const readStyles = (file: string): string => {
  const text = readFileSync(join(source, file), 'utf8');
  return file.endsWith('.css') ? text : (/^<style.*>$([^]*?)^<\/style>/m.exec(text)?.[1] ?? '');
};
const css = globSync('**/*.{css,astro}', { cwd: source }).map(readStyles).join('\n');

const themes = ['light', 'dark'] as const;

interface Colour {
  name: string;
  light: string;
  dark: string;
}

const colours: Colour[] = Array.from(
  css.matchAll(/--([\w-]+):\s*light-dark\(\s*(#[\da-f]{6}),\s*(#[\da-f]{6})\s*\)/g),
  ([, name = '', light = '', dark = '']) => ({ name, light, dark }),
);

const grounds = ['color-paper', 'color-raised', 'color-marked'];
const lines = ['color-line'];
/** Colours of long texts. WCAG level AAA requires more contrast for them. */
const prose = ['color-ink', 'color-prose'];

/** WCAG 2.2, relative luminance. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const value = parseInt(colour.slice(start, start + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** WCAG 2.2, contrast ratio. */
function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

test('the contrast of black on white is 21, and of the faintest grey that passes 4.54', () => {
  assert.equal(contrast('#000000', '#ffffff'), 21);
  assert.equal(contrast('#ffffff', '#767676').toFixed(2), '4.54');
});

test('every colour of the site is stated for both themes', () => {
  const stated = new Set(colours.flatMap(({ light, dark }) => [light, dark]));
  // Paper is black on white in any theme.
  const screen = css.replace(/@media print {[^]*?\n}/g, '');
  const used = Array.from(screen.matchAll(/#[\da-f]{3,8}\b/gi), ([colour]) => colour);
  assert.deepEqual(
    used.filter((colour) => !stated.has(colour)),
    [],
  );
});

for (const theme of themes)
  test(`every text of the ${theme} theme stands out from what it stands on`, () => {
    const texts = colours.filter(({ name }) => ![...grounds, ...lines].includes(name));
    const faint = texts.flatMap((text) =>
      colours
        .filter(({ name }) => grounds.includes(name))
        .map((ground) => ({
          pair: `${text.name} ${text[theme]} on ${ground.name}`,
          ratio: contrast(text[theme], ground[theme]),
          least: prose.includes(text.name) ? 7 : 4.5,
        }))
        .filter(({ ratio, least }) => ratio < least),
    );
    assert.ok(texts.length > prose.length, 'no colour of text was found');
    assert.deepEqual(faint, []);
  });
