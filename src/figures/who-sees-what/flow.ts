import type { Pipeline, PipelineStage } from '../../lib/pipeline.ts';
import type { Panel } from '../shared/interactive-figure.ts';
import { element, words } from '../shared/svg.ts';
import type { Disclosure, Reach, ItemReaches } from './core.ts';
import { breakLines, drawLines, measureLine, type DrawnPart } from './lines.ts';
import { drawSign } from './sign.ts';

/** Where the numbers of stages stand, the texts of stages, and the signs and names of items. */
const [rail, stageText, sign, itemText] = [10, 28, 33, 46];

/** From the texts of stages to the line of the party, and from those of items, which a line joins to it. */
const [stageGap, itemGap] = [12, 50];

/** The baseline of the first stage, and the space between stages. */
const [top, space] = [40, 12];

const ringRadius = 9;

/** The stages from top to bottom, and the items of each that reach the party, which is at the right. */
export function drawFlow(
  { party, column, rows }: Disclosure,
  { stages }: Pipeline,
  width: number,
): Panel {
  const lane = width - 10;
  const parts: string[] = [];
  const starts: number[] = [];
  let y = top;
  for (const [index, stage] of stages.entries()) {
    const own = rows.filter((row) => row.stage === index);
    const drawn = drawStage(stage, own, { column, lane, y });
    parts.push(drawn.svg);
    starts.push(y - 4);
    y = drawn.end + space;
  }
  const bottom = y - space - 12;
  return {
    title: `What reaches ${party}`,
    description:
      'The stages of the pipeline from top to bottom, with what comes up in each. At the right a line ' +
      `stands for ${party}: an arrow leads to it from each item that it sees, a line that is barred ` +
      'from each that it never sees, and no line where nothing is said.',
    width,
    height: bottom + 12,
    svg: [
      words(party, { x: width, y: 14, 'text-anchor': 'end' }),
      element('path', { class: 'stroke-ink', d: `M${lane} 22V${bottom}` }),
      ...starts.map((start, index) => drawStep(index + 1, start, starts[index + 1])),
      ...parts,
    ].join(''),
  };
}

/** A stage from the baseline `y`: its title, its summary, and its items. */
function drawStage(
  { title, summary = '' }: PipelineStage,
  rows: readonly ItemReaches[],
  { column, lane, y }: { column: number; lane: number; y: number },
): DrawnPart {
  const width = lane - stageGap - stageText;
  const heading = drawLines(breakLines(title, width), stageText, y);
  const text = drawLines(breakLines(summary, width), stageText, heading.end, 'quiet');
  const parts = [heading.svg, text.svg];
  let end = text.end + 6;
  for (const { item, reaches } of rows) {
    const drawn = drawItem(item.name, reaches[column] ?? 'unsaid', { lane, y: end });
    parts.push(drawn.svg);
    end = drawn.end + 4;
  }
  return { svg: parts.join(''), end };
}

/** The name of an item after its sign, and how far a line leads from it to the party. */
function drawItem(name: string, reach: Reach, { lane, y }: { lane: number; y: number }): DrawnPart {
  const lines = breakLines(name, lane - itemGap - itemText);
  const { svg, end } = drawLines(lines, itemText, y, reach === 'unsaid' ? 'quiet' : undefined);
  const [x, middle] = [itemText + measureLine(lines[0] ?? '') + 8, y - 4];
  const leader = {
    seen: `M${x} ${middle}H${lane - 2}M${lane - 7} ${middle - 3.5}l5 3.5l-5 3.5`,
    hidden: `M${x} ${middle}H${lane - 14}m0 -5v10`,
    unsaid: undefined,
  }[reach];
  const line = leader === undefined ? '' : element('path', { class: 'axis', d: leader });
  return { svg: drawSign(reach, sign, middle) + svg + line, end };
}

/** The number of a stage in a ring about `y`, and an arrow to the ring of the next. */
function drawStep(number: number, y: number, next: number | undefined): string {
  const tip = (next ?? 0) - ringRadius - 3;
  const arrow = `M${rail} ${y + ringRadius}V${tip}M${rail - 3} ${tip - 4}l3 4l3 -4`;
  return [
    next === undefined ? '' : element('path', { class: 'axis', d: arrow }),
    element('circle', { class: 'axis', cx: rail, cy: y, r: ringRadius }),
    words(number, { x: rail, y: y + 4, 'text-anchor': 'middle' }),
  ].join('');
}
