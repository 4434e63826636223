import { posterFaces } from '../shared/poster.ts';
import { cutMinus, tones } from '../mixing-matrix/plate.ts';
import { element, words } from '../shared/svg.ts';

interface Legend {
  x: number;
  /** The last baseline. */
  y: number;
  right: number;
  /** The output that is read. */
  output: number;
  address?: string | undefined;
}

const size = 14;
const step = 22;

/** The scale of a plate, the notes, and the address of the sheet. */
export function drawPosterLegend({ x, y, right, output, address = '' }: Legend): string {
  const top = y - 48;
  const middle = x + (right - x) * 0.4;
  const text = { 'font-family': posterFaces.text, 'font-size': 14 };
  const squares = Array.from({ length: tones }, (_, level) =>
    drawSquare(x + level * step, top - 11, level === 0 ? 0.05 : level / (tones - 1)),
  );
  const scale = x + tones * step + 6;
  const lines = [
    `Rows are outputs, columns inputs. Framed is output ${output}; the bars are its weights, each plate on its own scale.`,
    'One channel of one head, without what stands around the mixer; settings outside the published ranges, so that the structure shows.',
  ];
  return [
    element('path', { class: 'hairline', d: `M${x} ${top - 28}H${right}` }),
    ...squares,
    words('0 to the largest weight of the plate,', { class: 'quiet', x: scale, y: top }),
    words('by its square root', { class: 'quiet', x: scale, y: top + 18 }),
    drawSquare(x, top + 7, 1),
    element('path', {
      class: 'fill-paper',
      transform: `translate(${x} ${top + 7}) scale(${size})`,
      d: cutMinus(0, 0),
    }),
    words('negative', { class: 'quiet', x: x + step, y: top + 18 }),
    ...lines.map((line, index) => words(line, { ...text, x: middle, y: top + index * 20 })),
    words(address, { class: 'quiet', x: right, y, 'text-anchor': 'end' }),
  ].join('');
}

function drawSquare(x: number, y: number, strength: number): string {
  return element('rect', {
    class: 'fill-accent',
    opacity: strength,
    x,
    y,
    width: size,
    height: size,
  });
}
