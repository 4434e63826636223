import { mixingNames, mixings, type Mixing } from '../../lib/mixing.ts';
import type { Direction } from '../architectures/algebra.ts';
import type { MixerAccount } from '../architectures/mixer.ts';
import { accounts } from '../architectures/mixers.ts';
import { posterFaces, posterSheet, type Poster, type PosterOrigin } from '../shared/poster.ts';
import { element, escape, words } from '../shared/svg.ts';
import { drawPosterLegend } from './poster-legend.ts';
import { drawPosterPlate } from './poster-plate.ts';

const { unitsPerMillimetre: unit } = posterSheet;
const width = posterSheet.width * unit;
const margin = 84;
const right = width - margin;

/** The side of a plate: sixteen cells of 14. */
const side = 224;
const pitch = (right - margin - side) / (mixings.length - 1);

/** The output that is read on all plates. */
const output = 12;

const rows: readonly { direction: Direction; top: number; title: string }[] = [
  { direction: 'causal', top: 376, title: 'Causal: from itself and what comes before' },
  { direction: 'both-ways', top: 720, title: 'Both ways: from what comes before and after' },
];

const small = { 'font-family': posterFaces.text, 'font-size': 15 };

/** The matrices of all architectures for one text, in both directions, with one output read on each. */
export function drawMixersPoster({ entry, author, address }: PosterOrigin): Poster {
  return {
    title: 'Six ways to mix tokens',
    description: `Two rows of six squares of 16 × 16 cells, one for each of ${listNames()}: above where they are causal, below where they read both ways. The darker a cell, the larger the weight. Below each square are the weights of output ${output} as bars.`,
    svg: [
      drawHead([author, entry].filter(Boolean).join(' · ')),
      ...mixings.map((mixing, index) => drawHeading(mixing, margin + index * pitch)),
      ...rows.flatMap(({ direction, top, title }) => [
        words(title, { x: margin, y: top - 16, 'font-weight': 500 }),
        words(output, {
          x: margin - 10,
          y: top + (output - 0.5) * (side / 16) + 4,
          'text-anchor': 'end',
        }),
        ...mixings.map((mixing, index) => {
          const place = { x: margin + index * pitch, y: top, side };
          return drawPosterPlate({ mixing, direction, output, ...place });
        }),
        ...mixings.map((mixing, index) =>
          words(accounts[mixing].sources[direction], {
            class: 'quiet',
            x: margin + index * pitch,
            y: top + side + 72,
            'font-size': 11,
          }),
        ),
      ]),
      drawPosterLegend({ x: margin, y: 1122, right, output, address }),
    ].join(''),
  };
}

function listNames(): string {
  return mixings.map((mixing) => mixingNames[mixing].title).join(', ');
}

/** The rule, the title, and the introduction. */
function drawHead(origin: string): string {
  const lead = [
    'Each square is one architecture, for the same random text of sixteen tokens and with random',
    'weights. Row i says how much output i takes from each input: y = Mx. Attention weighs each',
    'pair anew, a recurrence lets what it took in fade, and a convolution weighs by distance.',
  ];
  return [
    words(origin, { x: margin, y: 74 }),
    words('Computed here, not a result', { x: right, y: 74, 'text-anchor': 'end' }),
    element('path', { class: 'stroke-ink', 'stroke-width': 2, d: `M${margin} 90H${right}` }),
    words('Six ways to mix tokens', {
      x: margin - 4,
      y: 174,
      'font-family': posterFaces.display,
      'font-size': 80,
      'font-weight': 300,
      'letter-spacing': -2.4,
    }),
    ...lead.map((text, index) =>
      words(text, { ...small, 'font-size': 17, x: margin + 3 * pitch, y: 126 + index * 25 }),
    ),
  ].join('');
}

/** The name of an architecture, its family, and its formula. */
function drawHeading(mixing: Mixing, x: number): string {
  const [, name = '', model = ''] = /^(.*) \((.*)\)$/.exec(mixingNames[mixing].title) ?? [];
  const { family, formula, inputs }: MixerAccount = accounts[mixing];
  return [
    element('path', { class: 'hairline', d: `M${x} 212h${side}` }),
    words(name, { x, y: 244, 'font-family': posterFaces.text, 'font-size': 23 }),
    words(`${model} · ${family}`, { class: 'quiet', x, y: 266 }),
    drawFormula(formula, { ...small, x, y: 299, 'font-size': 17 }),
    words(inputs, { ...small, class: 'quiet', x, y: 322, 'font-size': 14 }),
  ].join('');
}

/** A formula with `_` and `^` as in TeX; its letters are upright, as in the labels of other drawings. */
function drawFormula(formula: string, attributes: Record<string, string | number>): string {
  let lift = 0;
  const pieces = formula.split(/([_^](?:\{[^}]*\}|.))/).map((piece) => {
    const [, mark, text = piece] = /^([_^])\{?([^}]*)\}?$/.exec(piece) ?? [];
    const next = mark === undefined ? 0 : mark === '_' ? 4 : -6;
    const dy = next - lift;
    lift = next;
    const size = mark === undefined ? {} : { 'font-size': '.74em' };
    return element('tspan', { ...(dy !== 0 && { dy }), ...size }, escape(text));
  });
  return element('text', attributes, ...pieces.filter((piece) => !piece.endsWith('/>')));
}
