import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mixings } from '../../../../src/lib/mixing.ts';
import { cardSize, type Card, type Figure } from '../../../../src/metadata/card/card.ts';
import { drawCard } from '../../../../src/metadata/card/draw.ts';
import { palette } from '../../../../src/metadata/card/image.ts';
import { prepareFaces } from '../../../../src/metadata/card/site-faces.ts';
import { findBox } from './box.ts';

const faces = await prepareFaces('', 'en');
const card: Card = {
  source: 'Ada Lovelace · Research',
  kind: 'Thread',
  title: 'A probe',
  facts: 'Active, Apr 2026 – Present',
  tags: ['Mamba', 'Dense Retrieval'],
  accent: 'viridian',
};
const plates = (count: number): Figure => ({
  kind: 'plates',
  architectures: mixings.slice(0, count).map((mixing) => ({ name: mixing, mixing })),
});
const draw = (fields: Partial<Card>) => drawCard({ ...card, ...fields }, faces, palette);

/** The box of the text with an id; undefined if nothing is drawn. */
function findText(svg: string, id: string) {
  const path = new RegExp(`<path id="${id}" fill="#\\w+" d="([^"]*)"`).exec(svg)?.[1];
  assert.ok(path !== undefined, `there is no ${id}`);
  return path === '' ? undefined : findBox(path);
}

/** The left edge of the drawing; the right margin if there is none. */
function findFigureStart(svg: string): number {
  return Number(/<g transform="translate\((\d+) \d+\)">/.exec(svg)?.[1] ?? cardSize.width - 64);
}

/** The title is between the margin and the drawing, and between the rules. */
function assertFits(fields: Partial<Card>): void {
  const svg = draw(fields);
  const box = findText(svg, 'title');
  assert.ok(box, 'no title is drawn');
  const { left, right, top, bottom } = box;
  const room = { left: 60, right: findFigureStart(svg) + 4, top: 124, bottom: 512 };
  const isWithin =
    left >= room.left && right <= room.right && top >= room.top && bottom <= room.bottom;
  assert.ok(isWithin, `${fields.title}: ${JSON.stringify(box)} in ${JSON.stringify(room)}`);
}

const prose =
  'Ångström-wide Quantization of jagged, gated recurrence: why état-of-the-art fits, or not; ';
const materials: Record<string, string> = {
  prose: prose.repeat(3),
  'one word': 'W'.repeat(200),
  'narrow letters': 'il'.repeat(100),
  'words of sixty letters': `${'m'.repeat(60)} `.repeat(4),
  'one-letter words': 'Ü '.repeat(100),
  mathematics: 'β∞ ∇ℓ₂≤ε '.repeat(25),
};
const figures: Record<string, Figure | undefined> = {
  'no drawing': undefined,
  'one plate': plates(1),
  'six plates': plates(6),
  'the descent': { kind: 'descent' },
};

for (const [what, material] of Object.entries(materials))
  test(`a title of ${what} fits at lengths from 1 to 200`, () => {
    const drawings = Object.values(figures);
    // Every length for prose, every seventh for rare characters.
    for (let length = 1; length <= 200; length += what === 'prose' ? 1 : 7) {
      const figure = drawings[length % drawings.length];
      const title = material.slice(0, length).trim();
      assertFits({ title, ...(figure && { figure }) });
    }
  });

for (const [what, figure] of Object.entries(figures))
  test(`one word of sixty letters and a title of 200 characters fit beside ${what}`, () => {
    for (const title of ['Q'.repeat(60), materials.prose?.slice(0, 200) ?? ''])
      assertFits({ title, ...(figure && { figure }) });
  });

test('the drawing keeps within the margins, however many plates it has', () => {
  for (const count of [1, 2, 3, 4, 5, 6]) {
    const svg = draw({ figure: plates(count) });
    const [, x, y] = /<g transform="translate\((\d+) (\d+)\)">/.exec(svg) ?? [];
    const places = svg.matchAll(/translate\((\d+) (\d+)\) scale\((\d+)\)/g);
    for (const [, left, top, cell] of places) {
      if (left === '64') continue;
      const [width, height] = [Number(x) + Number(left), Number(y) + Number(top)].map(
        (start) => start + 16 * Number(cell),
      ) as [number, number];
      assert.ok(width <= cardSize.width - 64 && height <= 480, `${count}: ${width}, ${height}`);
      assert.ok(Number(x) >= 752 && Number(y) >= 160);
    }
  }
});

test('labels are cut where they would meet, and no tag is', () => {
  const tags = Array.from({ length: 12 }, (_, index) => `Tag number ${index}`);
  for (const facts of [
    'Draft',
    'Accepted at a meeting with quite a long name 2026',
    'F'.repeat(200),
  ]) {
    const svg = draw({ source: 'S'.repeat(200), facts, tags, sign: 'ring' });
    const [source, kind, fact, list] = ['source', 'kind', 'facts', 'tags'].map((id) =>
      findText(svg, id),
    );
    assert.ok(source && kind && fact);
    assert.ok(source.right < kind.left && kind.right <= 1137);
    assert.ok(fact.right <= 1137 && (list === undefined || fact.right < list.left));
  }
});

test('a thread has its hue, and every other card is ink', () => {
  assert.match(draw({}), new RegExp(`id="kind" fill="${palette.viridian}"`));
  const { accent, ...paper } = card;
  assert.equal(accent, 'viridian');
  assert.match(drawCard(paper, faces, palette), new RegExp(`id="kind" fill="${palette.ink}"`));
});

test('the same card is the same drawing', () => {
  assert.equal(draw({ figure: plates(6) }), draw({ figure: plates(6) }));
});

test('letters are outlines, so that no face of a machine is asked for', () => {
  assert.doesNotMatch(draw({ figure: { kind: 'descent' } }), /<text|font-family|<image|href/);
});
