import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { panelWidths } from '../../../../src/figures/shared/interactive-figure.ts';
import { formatNumber } from '../../../../src/figures/shared/number.ts';
import { draw, readCircles, readNumbers, readWords } from './drawn.ts';
import { anyChoice, choose, listCorners, variants, type Chosen } from './specimen.ts';

/** The steps that labels such as “0”, “2–4” and “1, 3” name. */
function readSteps(words: readonly string[]): number[] {
  return words.flatMap((text) => {
    const [first, last] = text.split('–').map(Number);
    if (first !== undefined && last !== undefined) {
      return Array.from({ length: last - first + 1 }, (_, n) => first + n);
    }
    return text.split(', ').map(Number);
  });
}

function checkDrawing(values: Chosen): void {
  for (const width of Object.values(panelWidths)) checkWidth(values, width);
}

function checkWidth(values: Chosen, width: number): void {
  const { result, drawing, first } = draw(values, width);
  const { stages } = result;
  const at = JSON.stringify(values);

  for (const panel of drawing.panels) {
    assert.ok(panel.title.length > 5 && panel.description.length > 100, at);
    assert.doesNotMatch(panel.svg, /NaN|Infinity|undefined|null/, at);
    for (const number of readNumbers(panel)) assert.ok(Math.abs(number) <= 1e7, `${number} ${at}`);

    const written = readWords(panel);
    for (const words of written) {
      const { text, left, right, top, bottom } = words;
      assert.notEqual(text, '');
      assert.ok(left >= -0.5 && right <= panel.width + 0.5, `“${text}” is cut: ${at}`);
      assert.ok(top >= 0 && bottom <= panel.height, `“${text}” is cut: ${at}`);
      for (const other of written) {
        const apart = right <= other.left || other.right <= left;
        const under = bottom <= other.top || other.bottom <= top;
        assert.ok(other === words || apart || under, `“${text}” on “${other.text}”: ${at}`);
      }
    }

    const [rings, dots] = [readCircles(panel, 5.5), readCircles(panel, 2.5)];
    // One of each more is the key.
    assert.deepEqual([rings.length, dots.length], [stages.length + 1, stages.length + 1], at);
    const places = (circles: [number, number][]) =>
      circles.filter(([, y]) => y > 15).toSorted(([a, b], [c, d]) => a - c || b - d);
    const ringPlaces = places(rings);
    places(dots).forEach(([x, y], n) => {
      const [ringX = NaN, ringY = NaN] = ringPlaces[n] ?? [];
      assert.ok(Math.hypot(ringX - x, ringY - y) < 0.03, `ring and dot lie apart: ${at}`);
    });
  }

  const numbers = readWords(first).filter(
    ({ text, left, bottom }) =>
      /^\d([–,] ?\d)*$/.test(text) && left > 44 && bottom < first.height - 32,
  );
  assert.deepEqual(
    readSteps(numbers.map(({ text }) => text)).toSorted(),
    stages.map((_, step) => step),
    `not all steps are numbered: ${at}`,
  );
  for (const { left, right, top, bottom } of numbers) {
    for (const [x, y] of readCircles(first, 5.5)) {
      const apart = x + 5 < left || x - 5 > right || y + 5 < top || y - 5 > bottom;
      assert.ok(apart, `a number stands on a mark: ${at}`);
    }
  }
}

describe('the drawing', () => {
  test('is sound at every corner of what can be chosen', () => {
    for (const values of listCorners([1, 777])) checkDrawing(values);
  });

  test('is sound between them', () => {
    fc.assert(fc.property(anyChoice, checkDrawing), { numRuns: 100 });
  });

  test('is sound at the first values, with both variants and each depth', () => {
    for (const variant of variants) {
      for (const layers of [1, 2, 3, 4]) checkDrawing(choose({ variant, layers }));
    }
  });
});

describe('the table', () => {
  test('has a row for each stage, with what was computed', () => {
    fc.assert(
      fc.property(anyChoice, (values) => {
        const { result, drawing } = draw(values);
        const { columns, rows } = drawing.table;
        assert.equal(rows.length, values.layers + 1);
        assert.deepEqual(columns.slice(0, 2), ['Step', 'Loss']);
        rows.forEach((row, step) => {
          const { loss, attention, descent } = result.stages[step] ?? {};
          assert.deepEqual(row, [
            step,
            loss,
            attention,
            descent,
            (attention ?? NaN) - (descent ?? NaN),
            result.target,
            result.variants['gradient-descent'].losses[step],
            result.variants['gd-plus-plus'].losses[step],
            result.variants['gradient-descent'].errors[step],
            result.variants['gd-plus-plus'].errors[step],
          ]);
          assert.equal(row.length, columns.length);
        });
      }),
      { numRuns: 50 },
    );
  });
});

describe('the summary', () => {
  const summarize = (values: Partial<Chosen>) => draw(choose(values)).drawing.summary;

  test('has the numbers of this state', () => {
    const { result, drawing } = draw(choose());
    const [start, end] = [result.stages[0], result.stages.at(-1)];
    assert.ok(start && end);
    for (const number of [
      end.descent,
      Math.abs(end.attention - end.descent),
      start.loss,
      end.loss,
      result.stepSize,
      2 / (result.eigenvalues.at(-1) ?? NaN),
      result.variants['gradient-descent'].errors.at(-1) ?? NaN,
      result.variants['gd-plus-plus'].errors.at(-1) ?? NaN,
    ]) {
      assert.ok(drawing.summary.includes(formatNumber(number)), formatNumber(number));
    }
    assert.match(drawing.summary, /^After 4 layers and 4 steps, /);
  });

  test('says whether descent converges', () => {
    fc.assert(
      fc.property(anyChoice, (chosen) => {
        const values = { ...chosen, variant: 'gradient-descent' } as const;
        const { result, drawing } = draw(values);
        const share = (result.stepSize * (result.eigenvalues.at(-1) ?? NaN)) / 2;
        assert.match(drawing.summary, share < 1 ? /descent converges\./ : /descent diverges\./);
      }),
      { numRuns: 50 },
    );
    assert.match(summarize({}), /is the tuned one, 0\.\d+ of this task’s critical/);
    assert.match(summarize({ step: 3 }), /is 3 of the tuned one, .* descent diverges\./);
  });

  test('says whether the loss fell, and when both predictions are one', () => {
    assert.match(summarize({ step: 0.5 }), /the loss has fallen from /);
    assert.match(summarize({ step: 3 }), /the loss has risen from /);
    assert.match(summarize({ layers: 1 }), /^After one layer and one step, /);
    const equal = Array.from({ length: 99 }, (_, n) => draw(choose({ seed: n + 1 }))).find(
      ({ result }) => result.stages.at(-1)?.attention === result.stages.at(-1)?.descent,
    );
    assert.match(equal?.drawing.summary ?? '', /for the query \(the two agree to the last bit\)/);
  });

  test('says where weights are projected', () => {
    const projected =
      'projected onto the plane of the flattest and the steepest direction; its contours give the loss ' +
      'less what lies outside it.';
    for (const dimension of [1, 2, 3, 8]) {
      const { drawing, first } = draw(choose({ dimension }));
      assert.equal(drawing.summary.includes(projected), dimension > 2);
      assert.equal(first.description.includes(projected), dimension > 2);
    }
  });

  test('has η and γ of GD++', () => {
    const { result, drawing } = draw(choose({ variant: 'gd-plus-plus' }));
    for (const number of [result.stepSize, result.contraction]) {
      assert.ok(drawing.summary.includes(formatNumber(number)));
    }
    assert.match(drawing.summary, /of GD\+\+, .* with γ = /);
    assert.doesNotMatch(summarize({}), /γ/);
  });
});
