import { mixingNames, mixings } from '../../lib/mixing.ts';
import type { Panel } from '../shared/interactive-figure.ts';
import { scaleLinear } from '../shared/scale.ts';
import { element, round, words } from '../shared/svg.ts';
import { passageLength } from '../pooled-embedding/text.ts';
import type { Change } from './changes.ts';
import type { Moves, TokenWeights } from './core.ts';
import { changeNames } from './text.ts';
import { turnsHeight } from './turns-panel.ts';

/** The room below the strips: the numbers of tokens, and the key. */
const foot = 46;

/** The weights of the tokens in one head’s part of the embedding, before and after a change, a strip for each architecture. */
export function drawWeights({ weights }: Moves, change: Change, width: number): Panel {
  const strip = (turnsHeight - foot) / mixings.length;
  const bottom = turnsHeight - foot;
  const { title } = changeNames[change];
  const step = width / passageLength;
  return {
    title: 'Why: what each token counts for',
    description: `Six strips of ${passageLength} bars, one for each token of one passage: its weight in one head’s part of the embedding, each on its own scale. A line across each shows the weight of the same token after the change: ${title.toLowerCase()}.`,
    width,
    height: turnsHeight,
    svg: [
      ...mixings.map((mixing, index) =>
        drawStrip(weights[mixing], change, {
          name: mixingNames[mixing].title,
          top: index * strip,
          bottom: (index + 1) * strip - 5,
          step,
        }),
      ),
      words('1', { class: 'quiet', x: step / 2, y: bottom + 10, 'text-anchor': 'middle' }),
      words('token', { class: 'axis-name', x: width / 2, y: bottom + 10, 'text-anchor': 'middle' }),
      words(passageLength, {
        class: 'quiet',
        x: width - step / 2,
        y: bottom + 10,
        'text-anchor': 'middle',
      }),
      element('rect', {
        class: 'fill-soft',
        opacity: 0.5,
        x: 0,
        y: turnsHeight - 20,
        width: 12,
        height: 12,
      }),
      words('before', { class: 'quiet', x: 18, y: turnsHeight - 10 }),
      element('path', {
        class: 'stroke-accent',
        'stroke-width': 3,
        d: `M84 ${turnsHeight - 14}h16`,
      }),
      words(`after: ${title.toLowerCase()}`, { class: 'quiet', x: 106, y: turnsHeight - 10 }),
    ].join(''),
  };
}

interface Place {
  name: string;
  top: number;
  bottom: number;
  step: number;
}

function drawStrip(
  { before, after }: TokenWeights,
  change: Change,
  { name, top, bottom, step }: Place,
): string {
  const shown = after[change];
  const all = [0, ...before, ...shown.filter(Number.isFinite)];
  const y = scaleLinear([Math.min(...all), Math.max(...all)], [bottom, top + 20]);
  const zero = round(y(0));
  const bar = Math.min(step * 0.6, 16);
  const bars = before.map(
    (weight, index) =>
      `M${round((index + 0.5) * step - bar / 2)} ${zero}V${round(y(weight))}h${round(bar)}V${zero}z`,
  );
  const lines = shown.map((weight, index) =>
    Number.isFinite(weight)
      ? `M${round((index + 0.5) * step - bar / 2 - 2)} ${round(y(weight))}h${round(bar + 4)}`
      : '',
  );
  return [
    words(name, { class: 'axis-name', x: 0, y: top + 12 }),
    element('path', { class: 'hairline', d: `M0 ${zero}H${round(passageLength * step)}` }),
    element('path', { class: 'fill-soft', opacity: 0.5, d: bars.join('') }),
    element('path', { class: 'stroke-accent', 'stroke-width': 3, d: lines.join('') }),
  ].join('');
}
