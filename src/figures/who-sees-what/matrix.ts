import type { Pipeline } from '../../lib/pipeline.ts';
import type { Panel } from '../shared/interactive-figure.ts';
import { element, words } from '../shared/svg.ts';
import type { Disclosure, Reach, ItemReaches } from './core.ts';
import { breakLines, drawLines, lineHeight, measureLine, type DrawnPart } from './lines.ts';
import { drawSign, reachWords } from './sign.ts';

/** From one column to the next, from the last to the edge, and from the names to the first. */
const [columnStep, margin, gap] = [28, 12, 18];

/** Every item by every party: all that is said, whichever party is chosen. */
export function drawMatrix(
  { column, rows }: Disclosure,
  { parties, stages }: Pipeline,
  panelWidth: number,
): Panel {
  const columns = parties.map((_, index) => {
    return panelWidth - margin - (parties.length - 1 - index) * columnStep;
  });
  const top = parties.length * lineHeight + 8;
  const parts: string[] = [];
  let y = top;
  for (const [index, { title }] of stages.entries()) {
    const own = rows.filter(({ stage }) => stage === index);
    const drawn = drawStage(title, own, { columns, panelWidth, y });
    parts.push(drawn.svg);
    y = drawn.end;
  }
  const reaches = rows.flatMap((row) => row.reaches);
  return {
    title: 'All parties',
    description:
      'A matrix with a row for each item, by stage, and a column for each party: a dot where the party ' +
      'sees the item, a ring struck through where it never does, a dash where nothing is said.',
    width: panelWidth,
    height: y + 34,
    svg: [
      ...parties.map((name, index) =>
        drawHead(name, columns[index] ?? 0, {
          y: (parties.length - 1 - index) * lineHeight + 12,
          bottom: index === column ? y : top,
          isChosen: index === column,
        }),
      ),
      ...parts,
      drawKey(reaches, y + 26),
    ].join(''),
  };
}

interface Head {
  /** The baseline of the name. */
  y: number;
  /** The end of the line that leads down from it. */
  bottom: number;
  isChosen: boolean;
}

/** The name of a party, and a line down to its column: the first stands lowest, so that no line crosses a name. */
function drawHead(name: string, x: number, { y, bottom, isChosen }: Head): string {
  const start = y + 5;
  const band = { x: x - columnStep / 2 + 2, y: start, width: columnStep - 4 };
  return [
    isChosen
      ? element('rect', { class: 'fill-marked', ...band, height: bottom - start })
      : element('path', { class: 'hairline', d: `M${x} ${start}V${bottom}` }),
    words(name, { class: isChosen ? undefined : 'quiet', x: x + 5, y, 'text-anchor': 'end' }),
  ].join('');
}

/** A stage below the line at `y`: its title, and its items with their signs. */
function drawStage(
  title: string,
  rows: readonly ItemReaches[],
  { columns, panelWidth, y }: { columns: readonly number[]; panelWidth: number; y: number },
): DrawnPart {
  const width = (columns[0] ?? panelWidth) - gap;
  const heading = drawLines(breakLines(title, width), 0, y + 18, 'quiet');
  const parts = [element('path', { class: 'hairline', d: `M0 ${y}H${panelWidth}` }), heading.svg];
  let baseline = heading.end + 2;
  for (const { item, reaches } of rows) {
    const name = drawLines(breakLines(item.name, width), 0, baseline);
    parts.push(
      name.svg,
      ...reaches.map((reach, at) => drawSign(reach, columns[at] ?? 0, baseline - 4)),
    );
    baseline = name.end + 2;
  }
  return { svg: parts.join(''), end: baseline - 6 };
}

/** The key to the signs that occur. */
function drawKey(reaches: readonly Reach[], y: number): string {
  let x = 6;
  return (['seen', 'hidden', 'unsaid'] as const)
    .filter((reach) => reaches.includes(reach))
    .map((reach) => {
      const text = reachWords[reach];
      const drawn = drawSign(reach, x, y - 4) + words(text, { class: 'quiet', x: x + 12, y });
      x += measureLine(text) + 34;
      return drawn;
    })
    .join('');
}
