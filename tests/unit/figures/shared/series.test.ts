import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { projectFolder } from '../../../../src/cli/project.ts';
import { seriesStyle } from '../../../../src/figures/shared/series.ts';
import { toOklch, type Rgb } from '../../../../src/lib/oklch.ts';
import { findColour, readPalettes, type Palette } from '../../../../src/metadata/palette.ts';

type Matrix = readonly [Rgb, Rgb, Rgb];

/** Machado, Oliveira and Fernandes (2009), table 1, at severity 1.0, for linear sRGB. */
const visions: Record<string, Matrix> = {
  usual: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

/** Of OKLab. The least difference that is seen side by side is about 0.02, and marks of a figure are small and apart. */
const leastDifference = 0.05;

/**
 * Pairs that are nearer. Their hues are also those of entries, whose look stays. The series are told apart by their dashes
 * and markers.
 */
const near = ['dark, protanopia: 1 and 4', 'light, deuteranopia: 3 and 6'];

const toLinear = (part: number) =>
  part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
const fromLinear = (part: number) =>
  part <= 0.0031308 ? part * 12.92 : 1.055 * part ** (1 / 2.4) - 0.055;

function parseHex(colour: string): Rgb {
  const parts = [1, 3, 5].map((start) => Number.parseInt(colour.slice(start, start + 2), 16) / 255);
  return parts as unknown as Rgb;
}

/** Returns a colour as it is seen, in OKLab. */
function see(colour: string, matrix: Matrix): Rgb {
  const linear = parseHex(colour).map(toLinear);
  const seen = matrix.map((row) =>
    row.reduce((sum, part, index) => sum + part * (linear[index] ?? 0), 0),
  );
  const shown = seen.map((part) => fromLinear(Math.min(1, Math.max(0, part))));
  const { lightness, chroma, hue } = toOklch(shown as unknown as Rgb);
  return [lightness, chroma * Math.cos(hue), chroma * Math.sin(hue)];
}

const indexes = [0, 1, 2, 3, 4, 5];
const pairs = indexes.flatMap((a) => indexes.filter((b) => b > a).map((b) => [a, b] as const));

/** The names of the colours of series, by hue. */
function readHues(): Map<string, string> {
  const css = readFileSync(join(projectFolder, 'src/figures/shared/drawing.css'), 'utf8');
  const rules = css.matchAll(/\.stroke-(\d)\s*{\s*stroke: var\(--color-(\w+)\)/g);
  return new Map(Array.from(rules, ([, hue = '', name = '']) => [hue, name]));
}

/** The pairs of series that differ too little, by theme and vision. */
function findNear(): string[] {
  const palettes = readPalettes(readFileSync(join(projectFolder, 'src/styles/theme.css'), 'utf8'));
  const names = readHues();
  return (Object.entries(palettes) as [string, Palette][]).flatMap(([theme, palette]) =>
    Object.entries(visions).flatMap(([vision, matrix]) => {
      const colour = (index: number) =>
        see(findColour(palette, names.get(String(seriesStyle(index).hue)) ?? ''), matrix);
      const difference = (a: Rgb, b: Rgb) =>
        Math.hypot(...a.map((part, at) => part - (b[at] ?? 0)));
      return pairs
        .filter(([a, b]) => difference(colour(a), colour(b)) < leastDifference)
        .map(([a, b]) => `${theme}, ${vision}: ${a + 1} and ${b + 1}`);
    }),
  );
}

test('the colours of series differ in both themes, also for readers who see fewer', () => {
  assert.deepEqual(findNear().toSorted(), near.toSorted());
});

test('the first three series, which most figures have, differ by colour for all readers', () => {
  assert.deepEqual(
    findNear().filter((pair) => /: [123] and [123]$/.test(pair)),
    [],
  );
});

test('no series is told by its colour alone: each has a dash and a marker of its own', () => {
  const styles = indexes.map(seriesStyle);
  for (const name of ['dash', 'marker', 'hue'] as const)
    assert.equal(new Set(styles.map((style) => style[name])).size, styles.length, name);
});
