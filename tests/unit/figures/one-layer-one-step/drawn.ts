import assert from 'node:assert/strict';
import { panelWidths, type Panel } from '../../../../src/figures/shared/interactive-figure.ts';
import { oneLayerOneStep } from '../../../../src/figures/one-layer-one-step/figure.ts';
import type { Chosen } from './specimen.ts';

export function draw(values: Chosen, width: number = panelWidths.wide) {
  const result = oneLayerOneStep.compute(values, undefined);
  const drawing = oneLayerOneStep.draw(result, values, undefined, width);
  const [first, second] = drawing.panels;
  assert.ok(first && second && drawing.panels.length === 2);
  return { result, drawing, first, second };
}

export interface Words {
  text: string;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** The words of a panel, and their boxes: Geist Mono is 0.6 em wide, its letters about 9 units high. */
export function readWords({ svg }: Panel): Words[] {
  return [...svg.matchAll(/<text([^>]*)>([^<]*)<\/text>/g)].map(
    ([, attributes = '', text = '']) => {
      const read = (name: string) => new RegExp(` ${name}="([^"]*)"`).exec(attributes)?.[1] ?? '';
      const [x, y] = [Number(read('x')), Number(read('y'))];
      const width = 7.2 * text.length;
      const share = { middle: 0.5, end: 1, '': 0 }[read('text-anchor')] ?? NaN;
      const left = x - share * width;
      return { text, left, right: left + width, top: y - 9, bottom: y + 1 };
    },
  );
}

export function readCircles({ svg }: Panel, radius: number): [number, number][] {
  const circles = [...svg.matchAll(/<circle[^>]* cx="([^"]+)" cy="([^"]+)" r="([^"]+)"/g)];
  return circles
    .filter(([, , , r]) => Number(r) === radius)
    .map(([, x, y]) => [Number(x), Number(y)]);
}

/** Every number of a panel's markup: attributes and paths. */
export function readNumbers({ svg }: Panel): number[] {
  return [...svg.matchAll(/[="\s,MLHVhvA(](-?\d[\d.]*(?:e[-+]?\d+)?)/g)].map(([, number]) =>
    Number(number),
  );
}

/** The numbers of the vertical axis, each with its height. */
export function readTicks(panel: Panel): { value: number; height: number }[] {
  return readWords(panel)
    .filter(({ text, right }) => right < 46 && /^−?\d/.test(text))
    .map(({ text, bottom }) => ({ value: Number(text.replaceAll('−', '-')), height: bottom - 5 }));
}
