import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { lengthCost } from '../../../../src/figures/length-cost/figure.ts';
import { parameters } from '../../../../src/figures/length-cost/parameters.ts';
import {
  panelWidths,
  type Drawing,
  type Panel,
} from '../../../../src/figures/shared/interactive-figure.ts';
import {
  initialValues,
  readValues,
  type Parameter,
  type Values,
} from '../../../../src/figures/shared/parameter.ts';
import { mixings } from '../../../../src/lib/mixing.ts';

function draw(values: Values<typeof parameters>, width: number = panelWidths.wide): Drawing {
  return lengthCost.draw(lengthCost.compute(values, undefined), values, undefined, width);
}

const initial = initialValues(parameters);

/** The first and the last value of each parameter, in all combinations. */
const corners = Object.entries<Parameter>(parameters).reduce<Record<string, string>[]>(
  (list, [name, parameter]) => {
    const all =
      parameter.kind === 'choice'
        ? Object.keys(parameter.options)
        : [String(parameter.minimum), String(parameter.maximum)];
    return list.flatMap((chosen) =>
      [all[0], all.at(-1)].map((value) => ({ ...chosen, [name]: value ?? '' })),
    );
  },
  [{}],
);
const states = [
  initial,
  ...corners.map((chosen) => readValues(parameters, (name) => chosen[name])),
];

/** Words with the rectangle that they take: 7.2 units a letter, as Geist Mono at 12. */
function listWords({ svg }: Panel) {
  return Array.from(
    svg.matchAll(/<text([^>]*)>([^<]*)<\/text>/g),
    ([, attributes = '', text = '']) => {
      const read = (name: string) => new RegExp(` ${name}="([^"]*)"`).exec(attributes)?.[1];
      const width = 7.2 * text.length;
      const share = { middle: 0.5, end: 1 }[read('text-anchor') ?? ''] ?? 0;
      const left = Number(read('x')) - share * width;
      const baseline = Number(read('y'));
      return { text, left, right: left + width, top: baseline - 9, bottom: baseline + 3 };
    },
  );
}

/** The points of each curve, in the order of the mixers. */
const listCurves = ({ svg }: Panel) =>
  Array.from(svg.matchAll(/<path class="curve[^>]* d="([^"]*)"/g), ([, path = '']) =>
    Array.from(
      path.matchAll(/[ML]([-\d.]+) ([-\d.]+)/g),
      ([, x, y]) => [Number(x), Number(y)] as const,
    ),
  );

/** The marks on the curves: those with a ground around them. */
const listMarks = ({ svg }: Panel) =>
  Array.from(
    svg.matchAll(
      /<path class="fill-(\d) stroke-paper" transform="translate\(([-\d.]+) ([-\d.]+)\)/g,
    ),
    ([, hue, x, y]) => ({ index: Number(hue) - 1, x: Number(x), y: Number(y) }),
  );

function heightAt(points: readonly (readonly [number, number])[], x: number): number {
  const next = points.findIndex(([at]) => at >= x);
  const [x1, y1] = points[next] ?? [NaN, NaN];
  const [x0, y0] = points[next - 1] ?? [x1 - 1, y1];
  return y0 + ((x - x0) / (x1 - x0)) * (y1 - y0);
}

describe('in every corner of its parameters', () => {
  const drawn = states.flatMap((values) =>
    Object.values(panelWidths).map((width) => ({ values, drawing: draw(values, width) })),
  );
  const panels = drawn.flatMap(({ values, drawing }) =>
    drawing.panels.map((panel) => ({ panel, state: `${panel.title} ${JSON.stringify(values)}` })),
  );

  test('every number is finite', () => {
    for (const { drawing } of drawn) {
      assert.doesNotMatch(JSON.stringify(drawing), /NaN|Infinity|undefined|null|–/);
    }
  });

  test('six curves run across the panel within it, none falling', () => {
    for (const { panel, state } of panels) {
      const curves = listCurves(panel);
      assert.equal(curves.length, mixings.length);
      for (const points of curves) {
        assert.equal(points[0]?.[0], 44, state);
        assert.equal(points.at(-1)?.[0], panel.scan?.x?.to, state);
        points.forEach(([, y], index) => {
          assert.ok(y >= 28 && y <= panel.height - 80, state);
          assert.ok(y <= (points[index - 1]?.[1] ?? y), state);
        });
      }
    }
  });

  test('words stand within the panel, and none over another', () => {
    for (const { panel, state } of panels) {
      const list = listWords(panel);
      for (const [index, word] of list.entries()) {
        assert.ok(word.left >= 0 && word.right <= panel.width, `${word.text}: ${state}`);
        assert.ok(word.top >= 0 && word.bottom <= panel.height, `${word.text}: ${state}`);
        for (const other of list.slice(index + 1)) {
          const isOver =
            word.left < other.right &&
            other.left < word.right &&
            word.top < other.bottom &&
            other.top < word.bottom;
          assert.ok(!isOver, `${word.text} over ${other.text}: ${state}`);
        }
      }
    }
  });

  test('marks lie where the curves meet', () => {
    let count = 0;
    for (const { panel, state } of panels) {
      const curves = listCurves(panel);
      for (const { index, x, y } of listMarks(panel)) {
        count += 1;
        for (const curve of [curves[0] ?? [], curves[index] ?? []]) {
          // Between the points that are drawn, a curve can leave its chord by that much.
          assert.ok(Math.abs(heightAt(curve, x) - y) < 1.5, state);
        }
      }
    }
    assert.ok(count > panels.length);
  });
});

describe('at the beginning', () => {
  const { panels, summary, table } = draw(initial);

  test('every crossing that is listed and drawn has its mark', () => {
    assert.deepEqual(
      panels.map((panel) => listMarks(panel).length),
      [5, 5],
    );
  });

  test('of a layer, a thin line is the mixing of attention, below its curve and half of it at 4,503', () => {
    const [, thin = ''] =
      /<path class="stroke-1" stroke-width="1" d="([^"]*)"/.exec(panels[0]?.svg ?? '') ?? [];
    const points = Array.from(
      thin.matchAll(/[ML]([-\d.]+) ([-\d.]+)/g),
      ([, x, y]) => [Number(x), Number(y)] as const,
    );
    const [attention = []] = panels.slice(0, 1).flatMap(listCurves);
    assert.ok(points.length >= 2);
    for (const [x, y] of points) assert.ok(y > heightAt(attention, x));
    const { from = NaN, to = NaN } = panels[0]?.scan?.x ?? {};
    const half = from + ((Math.log2(4503) - 2) / 14) * (to - from);
    // The height of a factor of two, from that of the layer at short lengths, where it is linear.
    const slope = heightAt(attention, from) - heightAt(attention, from + (to - from) / 14);
    assert.ok(Math.abs(heightAt(points, half) - heightAt(attention, half) - slope) < 1);
    assert.doesNotMatch(draw({ ...initial, part: 'mixing' }).panels[0]?.svg ?? '', /its mixing/);
  });

  test('the summary says the numbers at the length that is read', () => {
    // By hand: m = 512² (4 · 768 + 6 · 12) of m + 24 · 512 · 768²; 4 · 512 · 768 + 12 · 512² numbers.
    assert.equal(
      summary,
      'Mixing 512 tokens by attention of 12 heads is 10 % of the operations of its layer, and more than half from n = 4,503 on. The layer takes 8.07 × 10⁹ FLOPs, 1.11 times as many as long convolution; its mixing holds 4.72 × 10⁶ numbers, 3.11 times as many as gated linear attention. Operations are not latency.',
    );
    // Against 23 · 512 · 768, and 3 · 513 · 768.
    assert.equal(
      draw({ ...initial, part: 'mixing', direction: 'causal' }).summary,
      'To mix 512 tokens, attention of 12 heads takes 8.24 × 10⁸ FLOPs, 91.1 times as many as WKV, and holds 4.72 × 10⁶ numbers, 3.99 times as many as WKV. In operations it stays dearer than WKV from n = 6, long convolution from 8, selective state space from 79, gated linear attention from 139 and retention from 595. Operations are not latency.',
    );
  });

  test('the table has each power of two, and both quantities of the six', () => {
    assert.equal(table.columns.length, 13);
    assert.deepEqual(
      table.rows.map(([length]) => length),
      Array.from({ length: 15 }, (_, k) => 2 ** (k + 2)),
    );
    assert.equal(table.columns[1], 'Attention (FLOPs of the layer)');
    assert.equal(table.columns[12], 'Gated linear attention (numbers held by the mixing)');
    const row = table.rows[7] ?? [];
    const flops = 512 ** 2 * 3144 + 24 * 512 * 768 ** 2;
    assert.deepEqual([row[0], row[1], row[9]], [512, flops, 3 * 1025 * 768]);
  });

  test('a place across the plot stands for the length whose line is drawn there', () => {
    for (const length of [2, 9, 16]) {
      for (const panel of draw({ ...initial, length }).panels) {
        const { from = NaN, to = NaN, first = NaN, last = NaN } = panel.scan?.x ?? {};
        const x = from + ((length - first) / (last - first)) * (to - from);
        assert.ok(panel.svg.includes(`class="stroke-ink" d="M${x.toFixed(1)} `));
      }
    }
  });

  test('heads divide the width, whatever is chosen, and 256, the keys of a head of RetNet', () => {
    for (const width of Object.keys(parameters.width.options)) {
      for (const head of [256, ...Object.keys(parameters.head.options)]) {
        assert.equal(Number(width) % Number(head), 0);
      }
    }
  });
});
