import { findColour, type Palette } from '../palette.ts';
import { cardSize, type Card } from './card.ts';
import { drawFigure, drawSign, type DrawnFigure } from './figure.ts';
import { cutText, fitText } from './fit.ts';
import type { Faces } from './faces.ts';
import { isReadable, type Typeface } from './typeface.ts';

const margin = 64;
const right = cardSize.width - margin;
const labelSize = 26;
/** The first and last line of labels: their baselines, and the rules that separate them from the title. */
const first = { baseline: 88, rule: 120 };
const last = { baseline: 574, rule: 520 };
/** The top of the title and the figure. */
const top = first.rule + 40;
const titleSizes = [144, 128, 112, 100, 90, 80, 72, 64, 56, 50, 44, 38];
const titleLineHeight = 1.04;
const figureWidth = 384;
const figureGap = 56;

/** The card as SVG. Text is drawn as outlines. */
export function drawCard(card: Card, faces: Faces, palette: Palette): string {
  const colour = (name: string) => findColour(palette, name);
  const { width, height } = cardSize;
  const [ink, paper, line] = [colour('ink'), colour('paper'), colour('line')];
  const accent = colour(card.accent ?? 'ink');
  const inks = { accent, ground: paper, line, mark: card.accent === undefined ? line : accent };
  const bottom = card.facts === undefined ? height - margin : last.rule - 40;
  const figure = card.figure && drawFigure(card.figure, inks, figureWidth, bottom - top);
  const titleWidth = right - margin - (figure ? figure.width + figureGap : 0);
  const labels = drawLabels(card, faces.label, { ink, accent, soft: colour('soft') });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">`,
    `<path fill="${paper}" d="M0 0h${width}v${height}H0z"/>`,
    drawSign(margin, first.baseline - 22, 24, ink),
    `<path fill="${ink}" d="M${margin} ${first.rule}H${right}v2H${margin}z"/>`,
    drawTitle(card, faces.display, { width: titleWidth, height: bottom - top }, ink),
    figure &&
      placeFigure(figure, card.facts === undefined ? bottom : (top + bottom + figure.height) / 2),
    card.facts !== undefined &&
      `<path fill="${line}" d="M${margin} ${last.rule}H${right}v2H${margin}z"/>`,
    ...labels,
    '</svg>',
  ]
    .filter((part) => typeof part === 'string')
    .join('\n');
}

/** Aligns a figure to the right margin, with its lower edge at `bottom`. */
function placeFigure({ width, height, svg }: DrawnFigure, bottom: number): string {
  return `<g transform="translate(${Math.round(right - width)} ${Math.round(bottom - height)})">${svg}</g>`;
}

/** Draws the title, or the kind of page if the typefaces lack every letter of the title. */
function drawTitle(
  card: Card,
  face: Typeface,
  room: { width: number; height: number },
  colour: string,
): string {
  const spelt = face.spell(card.title);
  const title = isReadable(spelt) ? spelt : face.spell(card.kind ?? card.source);
  const sizes = { sizes: titleSizes, lineHeight: titleLineHeight };
  const { size, lines } = fitText(title, face, { ...room, ...sizes });
  const paths = lines.map((line, index) =>
    // Capitals are about 0.7 em high, so this aligns the first line with the top of the room.
    face.draw(line, size, margin, top + size * (0.7 + index * titleLineHeight)),
  );
  return `<path id="title" fill="${colour}" d="${paths.join('')}"/>`;
}

/** Draws the labels above and below the rules, each cut to the width that its neighbour leaves. */
function drawLabels(
  { source, kind = '', facts = '', sign, tags }: Card,
  face: Typeface,
  colours: { ink: string; accent: string; soft: string },
): string[] {
  const gap = 48;
  const measure = (text: string) => face.measure(text, labelSize);
  const draw = (id: string, text: string, x: number, baseline: number, colour: string) =>
    `<path id="${id}" fill="${colour}" d="${face.draw(text, labelSize, x, baseline)}"/>`;
  const start = { source: margin + 40, facts: sign ? margin + 36 : margin };
  const kindStart = right - measure(face.spell(kind));
  const drawn = cutText(face.spell(source), measure, kindStart - gap - start.source);
  const fact = cutText(face.spell(facts), measure, right - start.facts);
  const rest = right - start.facts - measure(fact) - gap;
  const list = fillLine(tags.map(face.spell).filter(isReadable), measure, rest);
  return [
    draw('source', drawn, start.source, first.baseline, colours.ink),
    draw('kind', face.spell(kind), kindStart, first.baseline, colours.accent),
    ...(sign ? [drawStatus(sign, colours.ink)] : []),
    draw('facts', fact, start.facts, last.baseline, colours.accent),
    draw('tags', list, right - measure(list), last.baseline, colours.soft),
  ];
}

/** Joins as many of the first `items` as fit into `width`. */
function fillLine(items: string[], measure: (text: string) => number, width: number): string {
  const lines = items.map((_, index) => items.slice(0, index + 1).join(' · '));
  return lines.findLast((line) => measure(line) <= width) ?? '';
}

/** Draws the status mark of the site: a disc for submitted work, a ring otherwise. */
function drawStatus(sign: NonNullable<Card['sign']>, colour: string): string {
  const [x, y, radius] = [margin + 10, last.baseline - 9, 9];
  return (
    `<circle cx="${x}" cy="${y}" r="${radius}" stroke="${colour}" stroke-width="3" ` +
    `fill="${sign === 'disc' ? colour : 'none'}"/>` +
    (sign === 'struck'
      ? `<path stroke="${colour}" stroke-width="3" d="M${x - 6} ${y + 6}l12-12"/>`
      : '')
  );
}
