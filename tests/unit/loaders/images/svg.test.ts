import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { imageMetadata } from 'astro/assets/utils';
import fc from 'fast-check';
import sharp from 'sharp';
import { sanitizeSvg } from '../../../../src/loaders/images/svg.ts';
import { draw, exports, refused, removed } from './specimen.ts';

const encode = (text: string) => Buffer.from(text, text.startsWith('\xff') ? 'latin1' : 'utf8');
const publish = (text: string): string => {
  const { svg, refusals } = sanitizeSvg(encode(text));
  assert.deepEqual(refusals, []);
  return svg ?? '';
};
const paint = async (svg: string) => {
  const pixels = await sharp(Buffer.from(svg), { density: 96 }).resize(200, 100).raw().toBuffer();
  return createHash('sha256').update(pixels).digest('hex');
};

/** Markup that runs code, links elsewhere, is parsed by other rules, or refers to other files. */
const unsafe =
  /<script|\son\w+=|javascript:|<!|<\?|foreignObject|metadata|url\((?!#|data:)|href="(?!#|data:image)|@import|sodipodi|inkscape:|\/home\//i;

for (const [program, svg] of Object.entries(exports))
  test(`a drawing of ${program} is published without what does not draw, and looks the same`, async () => {
    const { removed } = sanitizeSvg(encode(svg));
    const published = publish(svg);
    assert.deepEqual(removed, []);
    assert.doesNotMatch(published, unsafe);
    assert.equal(publish(published), published);
    assert.equal(await paint(published), await paint(svg));
  });

for (const [name, svg, cause] of refused)
  test(`${name} in a drawing is refused with its cause`, () => {
    const { svg: published, refusals } = sanitizeSvg(encode(svg));
    assert.equal(published, undefined);
    assert.match(refusals.map(({ expected }) => expected).join('\n'), cause);
    assert.ok(refusals.every(({ offset }) => offset <= svg.length));
  });

for (const [svg, names] of removed)
  test(`of ${svg.slice(svg.indexOf('/>') + 2, -6) || 'the root'} nothing is published that runs`, async () => {
    const published = publish(svg);
    assert.deepEqual(
      sanitizeSvg(encode(svg)).removed.map(({ name }) => name),
      names,
    );
    assert.doesNotMatch(published, unsafe);
    // The replacement of an embedded page is another picture of it.
    if (!names.includes('<foreignObject>')) assert.equal(await paint(published), await paint(svg));
  });

test('an animation of what is drawn stays', () => {
  assert.match(
    publish(draw('<animate attributeName="opacity" values="0;1" dur="1s"/>')),
    /attributeName="opacity"/,
  );
});

const sizes: [attributes: string, width: number, height: number][] = [
  ['viewBox="0 0 20 10"', 20, 10],
  ['viewBox="0,0,20,10"', 20, 10],
  ['width="100%" viewBox="0 0 20 10"', 20, 10],
  ['width="40" viewBox="0 0 20 10"', 40, 20],
  ['height="5cm" viewBox="0 0 20 10"', 378, 189],
  ['width="1in" height="72pt"', 96, 96],
  ['width=".5e2px" height="+20."', 50, 20],
  ['width="auto" height="auto" viewBox="-5 -5 20.4 10"', 20, 10],
];

for (const [attributes, width, height] of sizes)
  test(`the size of a drawing with ${attributes} is said so that Astro reads it`, async () => {
    const svg = publish(draw('', attributes));
    const facts = await imageMetadata(Buffer.from(svg), 'drawing.svg');
    assert.deepEqual([facts.format, facts.width, facts.height], ['svg', width, height]);
  });

test('Astro reads the size of every drawing, however much stands before it', async () => {
  for (const svg of Object.values(exports)) {
    const facts = await imageMetadata(Buffer.from(publish(svg)), 'drawing.svg');
    assert.ok(facts.width > 0 && facts.height > 0);
  }
  const content = '&lt;mxfile '.repeat(500);
  const drawio = draw('', `width="20px" height="10px" content="${content}"`);
  assert.equal((await imageMetadata(Buffer.from(publish(drawio)), 'drawing.svg')).width, 20);
});

test('whatever is done to a drawing, it is refused, or safe and whole', () => {
  const parts = [
    ...refused.map(([, svg]) => svg).filter((svg) => svg.length < 1000),
    ...removed.map(([svg]) => svg),
    ...Object.values(exports),
  ];
  const piece = fc
    .tuple(fc.constantFrom(...parts), fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(80))
    .map(([svg, share, length]) => {
      const start = Math.floor(share * svg.length);
      return svg.slice(start, start + length);
    });
  const place = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(fc.constantFrom(...parts), piece, place, (svg, words, share) => {
      const at = Math.floor(share * svg.length);
      const { svg: published } = sanitizeSvg(encode(svg.slice(0, at) + words + svg.slice(at)));
      if (published === undefined) return;
      const markup = published.replace(/>[^<]*</g, '><');
      assert.doesNotMatch(markup, unsafe);
      assert.equal(publish(published), published);
    }),
    { numRuns: 2000 },
  );
});
