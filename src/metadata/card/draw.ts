import { findDirection } from '../../lib/language.ts';
import { findAccent, findColour, type Palette } from '../palette.ts';
import { cardSize, findLanguage, type Card } from './card.ts';
import { drawFigure, drawSign, type DrawnFigure } from './figure.ts';
import { cutText, fitText } from './fit.ts';
import type { Faces } from './faces.ts';
import { measureLines } from './scripts.ts';
import { findTextDirection } from './shape.ts';
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
const figureWidth = 384;
const figureGap = 56;

/** The left edge of a part of a card, from its distance to the edge where a line begins, and its width. */
type Place = (start: number, width: number) => number;

/** The card as SVG. Text is drawn as outlines. The card of a page from right to left is mirrored, except its drawings. */
export function drawCard(card: Card, faces: Faces, palette: Palette): string {
  const isMirrored = findDirection(findLanguage(card)) === 'rtl';
  const place: Place = (start, size) => (isMirrored ? cardSize.width - start - size : start);
  const colour = (name: string) => findColour(palette, name);
  const { width, height } = cardSize;
  const [ink, paper, line] = [colour('ink'), colour('paper'), colour('line')];
  const accent = findAccent(palette, card.accent ?? 'ink', 'light');
  const inks = { accent, ground: paper, line, mark: card.accent === undefined ? line : accent };
  const bottom = card.facts === undefined ? height - margin : last.rule - 40;
  const figure = card.figure && drawFigure(card.figure, inks, figureWidth, bottom - top);
  const titleWidth = right - margin - (figure ? figure.width + figureGap : 0);
  const labels = drawLabels(card, faces.label, place, { ink, accent, soft: colour('soft') });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">`,
    `<path fill="${paper}" d="M0 0h${width}v${height}H0z"/>`,
    drawSign(place(margin, 24), first.baseline - 22, 24, ink),
    `<path fill="${ink}" d="M${margin} ${first.rule}H${right}v2H${margin}z"/>`,
    drawTitle(card, faces.display, place, { width: titleWidth, height: bottom - top }, ink),
    figure &&
      placeFigure(
        figure,
        place(right - figure.width, figure.width),
        card.facts === undefined ? bottom : (top + bottom + figure.height) / 2,
      ),
    card.facts !== undefined &&
      `<path fill="${line}" d="M${margin} ${last.rule}H${right}v2H${margin}z"/>`,
    ...labels,
    '</svg>',
  ]
    .filter((part) => typeof part === 'string')
    .join('\n');
}

/** Moves a figure so that its left edge is at `left`, and its lower edge at `bottom`. */
function placeFigure({ height, svg }: DrawnFigure, left: number, bottom: number): string {
  return `<g transform="translate(${Math.round(left)} ${Math.round(bottom - height)})">${svg}</g>`;
}

/** Draws the title. If the typefaces lack every letter of it, the author and the site stand in for it. */
function drawTitle(
  card: Card,
  face: Typeface,
  place: Place,
  room: { width: number; height: number },
  colour: string,
): string {
  const texts = [card.title, ...card.source.split(' · '), card.kind ?? ''].map(face.spell);
  const title = texts.find(isReadable) ?? '';
  const { ascent, lineHeight } = measureLines(title);
  const base = findTextDirection(title, findDirection(findLanguage(card)));
  const { size, lines } = fitText(title, face, {
    ...{ ...room, sizes: titleSizes, lineHeight },
    language: findLanguage(card),
  });
  const paths = lines.map((line, index) => {
    const x = place(margin, face.measure(line, size));
    // This aligns the tops of the letters of the first line with the top of the room.
    return face.draw(line, size, x, top + size * (ascent + index * lineHeight), base);
  });
  return `<path id="title" fill="${colour}" d="${paths.join('')}"/>`;
}

/** Draws the labels above and below the rules, each cut to the width that its neighbour leaves. */
function drawLabels(
  { source, kind = '', facts = '', sign, tags }: Card,
  face: Typeface,
  place: Place,
  colours: { ink: string; accent: string; soft: string },
): string[] {
  const gap = 48;
  const measure = (text: string) => face.measure(text, labelSize);
  const draw = (id: string, text: string, start: number, baseline: number, colour: string) => {
    const path = face.draw(text, labelSize, place(start, measure(text)), baseline);
    return `<path id="${id}" fill="${colour}" d="${path}"/>`;
  };
  const start = { source: margin + 40, facts: sign ? margin + 36 : margin };
  const kindStart = right - measure(face.spell(kind));
  const drawn = cutText(face.spell(source), measure, kindStart - gap - start.source);
  const fact = cutText(face.spell(facts), measure, right - start.facts);
  const rest = right - start.facts - measure(fact) - gap;
  const list = fillLine(tags.map(face.spell).filter(isReadable), measure, rest);
  return [
    draw('source', drawn, start.source, first.baseline, colours.ink),
    draw('kind', face.spell(kind), kindStart, first.baseline, colours.accent),
    ...(sign ? [drawStatus(sign, place(margin, 20), colours.ink)] : []),
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
function drawStatus(sign: NonNullable<Card['sign']>, left: number, colour: string): string {
  const [x, y, radius] = [left + 10, last.baseline - 9, 9];
  return (
    `<circle cx="${x}" cy="${y}" r="${radius}" stroke="${colour}" stroke-width="3" ` +
    `fill="${sign === 'disc' ? colour : 'none'}"/>` +
    (sign === 'struck'
      ? `<path stroke="${colour}" stroke-width="3" d="M${x - 6} ${y + 6}l12-12"/>`
      : '')
  );
}
