import { panelWidths, type Panel } from '../shared/interactive-figure.ts';
import { element, round, words } from '../shared/svg.ts';
import type { AgeCheck, Check } from './core.ts';
import { drawSign } from './sign.ts';
import { countConstraints, nameBit, nameDecision, writeConstraint, writeValues } from './text.ts';

/** The room of the vector, and the heights of rows below it. */
const [vectorHeight, rowHeight] = [104, 23];

/** The numbers of the vector that are given: 1 and the age. All others are the prover’s. */
const given = 2;

/** The letters of labels are 0.6 em wide, at 12 units. */
const letter = 7.2;

/** The vector z, and below it each constraint with the values put in. */
export function drawConstraints(check: AgeCheck, width: number): Panel {
  const { z, checks } = check;
  const bottom = vectorHeight + checks.length * rowHeight;
  const valuesAt = width < panelWidths.wide ? 172 : 224;
  const names = nameNumbers(check);
  return {
    title: 'The constraints, with the values put in',
    description: `The vector z: ${names.map((name, index) => `${name} is ${z[index]}`).join(', ')}. Below it a row for each constraint, with its values and a mark: a tick if it holds, a cross if it fails, a dash if it is deleted.`,
    width,
    height: bottom + 34,
    svg: [
      drawVector(z, names, width),
      words('constraint', { class: 'axis-name', x: 20, y: vectorHeight - 6 }),
      words('A·z · B·z = C·z', { class: 'axis-name', x: valuesAt, y: vectorHeight - 6 }),
      ...checks.map((row, index) =>
        drawRow(row, writeConstraint(row.constraint, check), {
          valuesAt,
          y: vectorHeight + index * rowHeight,
          width,
        }),
      ),
      element('path', { class: 'axis', d: `M0 ${bottom}H${width}` }),
      words(`${nameDecision(check)}: ${countConstraints(check)}`, {
        class: check.isWrong ? 'fill-2' : undefined,
        x: 20,
        y: bottom + 21,
      }),
    ].join(''),
  };
}

function nameNumbers({ z }: AgeCheck): string[] {
  return ['one', 'age', 'd', ...z.slice(3).map((_, index) => nameBit(index))];
}

/** The numbers of z in cells, their names above, and below who sets them. */
function drawVector(z: readonly number[], names: readonly string[], width: number): string {
  const cell = Math.min(width / z.length, 40);
  const cells = z.map((value, index) => {
    const middle = (index + 0.5) * cell;
    return [
      words(names[index] ?? '', { class: 'quiet', x: middle, y: 12, 'text-anchor': 'middle' }),
      words(value, { x: middle, y: 36, 'text-anchor': 'middle' }),
    ].join('');
  });
  const lines = z.slice(1).map((_, index) => `M${round((index + 1) * cell)} 20v24`);
  return [
    ...cells,
    element('path', { class: 'hairline', d: lines.join('') }),
    element('rect', { class: 'axis', x: 0.5, y: 20, width: cell * z.length - 1, height: 24 }),
    drawBrace('given', 0, cell * given),
    drawBrace('chosen by the prover', cell * given, cell * z.length),
  ].join('');
}

/** A line below a part of the vector, with its name. */
function drawBrace(name: string, from: number, to: number): string {
  return [
    element('path', { class: 'axis', d: `M${round(from + 2)} 48v4H${round(to - 2)}v-4` }),
    words(name, { class: 'quiet', x: (from + to) / 2, y: 66, 'text-anchor': 'middle' }),
  ].join('');
}

function drawRow(
  row: Check,
  name: string,
  { y, valuesAt, width }: { y: number; valuesAt: number; width: number },
): string {
  const baseline = y + 16;
  const isFault = !row.holds && !row.isDeleted;
  const tone = row.isDeleted ? 'quiet' : undefined;
  const kind = row.isDeleted ? 'deleted' : row.holds ? 'holds' : 'fails';
  return [
    isFault
      ? element('rect', { class: 'fill-marked', x: 0, y, width, height: rowHeight })
      : element('path', { class: 'hairline', d: `M0 ${y}H${width}` }),
    drawSign(kind, 7, baseline - 4),
    words(name, { class: tone, x: 20, y: baseline }),
    words(writeValues(row), { class: tone, x: valuesAt, y: baseline }),
    row.isDeleted
      ? element('path', {
          class: 'axis',
          d: `M18 ${baseline - 4}h${round(name.length * letter + 4)}`,
        })
      : '',
  ].join('');
}
