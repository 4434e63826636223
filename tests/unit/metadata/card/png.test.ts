import assert from 'node:assert/strict';
import { test } from 'node:test';
import sharp from 'sharp';
import { cardSize, type Card } from '../../../../src/metadata/card/card.ts';
import { drawCard } from '../../../../src/metadata/card/draw.ts';
import { encodePng } from '../../../../src/metadata/png.ts';
import { assertWithin } from '../../../support/bytes.ts';
import { palette } from '../../../../src/metadata/card/image.ts';
import { prepareFaces } from '../../../../src/metadata/card/site-faces.ts';

const faces = await prepareFaces('', 'en');

const decodePng = (png: Uint8Array) =>
  sharp(png).removeAlpha().raw().toBuffer({ resolveWithObject: true });
const raster = async (svg: string) => {
  const { data, info } = await decodePng(Buffer.from(svg));
  return { data, width: info.width, height: info.height };
};

test('a picture of few colours is kept as it is', async () => {
  const data = Buffer.from('fbfaf6 16181b fbfaf6 2a45c8 fbfaf6 b23a1e'.replaceAll(' ', ''), 'hex');
  const { data: read, info } = await decodePng(encodePng({ data, width: 3, height: 2 }));
  assert.deepEqual([info.width, info.height, info.format], [3, 2, 'raw']);
  assert.ok(read.equals(data));
});

test('of many colours the most frequent are kept, and the others become the nearest', async () => {
  const ramp = Array.from({ length: 256 }, (_, level) => [level, level, level]);
  const ground = Array.from({ length: 256 }, () => [251, 250, 246]);
  const data = Buffer.from([...ramp, ...ground].flat());
  const { data: read } = await decodePng(encodePng({ data, width: 256, height: 2 }));
  assert.deepEqual([...read.subarray(-3)], [251, 250, 246]);
  const colours = new Set(Array.from({ length: 512 }, (_, pixel) => read.readUIntBE(pixel * 3, 3)));
  assert.equal(colours.size, 40);
});

const signs = '@ß&§8Qm%Wg ';
const titles = {
  prose: 'Ångström-wide quantization of jagged, gated recurrence: why it fits, or does not; ',
  'the densest signs': signs,
};

for (const [what, text] of Object.entries(titles))
  test(`a title of 200 characters stays within the budget of a card: ${what}`, async (context) => {
    const card: Card = {
      ...{ source: 'Ada Lovelace · Research', kind: 'Thread', accent: 'violet' },
      ...{ title: text.repeat(20).slice(0, 200), facts: 'Active, Apr 2026 – Present' },
      ...{ tags: ['Dense Retrieval', 'Mamba'], figure: { kind: 'descent' } },
    };
    const pixels = await raster(drawCard(card, faces, palette));
    assert.deepEqual([pixels.width, pixels.height], Object.values(cardSize));
    const png = encodePng(pixels);
    assertWithin(context, png.length, 60_000);
    assert.deepEqual(encodePng(pixels), png);
  });

test('the ground and the ink of a card are those of the site', async () => {
  const card = { source: 'Research', title: 'Mamba', tags: [] };
  const png = encodePng(await raster(drawCard(card, faces, palette)));
  const { data } = await decodePng(png);
  const read = (x: number, y: number) =>
    `#${data.subarray((y * cardSize.width + x) * 3, (y * cardSize.width + x) * 3 + 3).toString('hex')}`;
  assert.deepEqual([read(5, 5), read(600, 121)], [palette.paper, palette.ink]);
});
