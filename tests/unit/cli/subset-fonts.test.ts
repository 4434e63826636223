import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { test } from 'node:test';
import { create, type Font } from 'fontkitten';
import { buildFontFaces, facesFile } from '../../../src/cli/font-faces.ts';
import { monoParts, signs } from '../../../src/cli/font-parts.ts';
import {
  buildFallback,
  buildFonts,
  buildSignSize,
  cuts,
  fontsFolder,
  listParts,
  type Cut,
} from '../../../src/cli/subset-fonts.ts';

const require = createRequire(import.meta.url);

const committed = new Map(
  readdirSync(fontsFolder)
    .filter((name) => /\.(woff2|ttf)$/.test(name))
    .map((name) => [name, readFileSync(join(fontsFolder, name))]),
);

const styles = readFileSync(facesFile, 'utf8');
const faces = Array.from(
  styles.matchAll(/@font-face \{([^}]+)\}/g),
  ([, body = '']) =>
    Object.fromEntries(
      body
        .split(';')
        .map((line) => line.split(/:(.*)/s).map((half) => half.replace(/\s+/g, ' ').trim()))
        .filter(([name]) => name !== ''),
    ) as Record<string, string>,
);

function readFont(name: string): Font {
  const bytes = committed.get(name);
  assert.ok(bytes, `${name} is not in src/fonts/`);
  const font = create(bytes);
  assert.ok(!font.isCollection);
  return font;
}

/** Characters that the typeface itself lacks. */
const rareGaps = 'ǍǎǤǥǨǩˈḠḡꞋꞌ₪';
const gaps: Record<string, string> = {
  'newsreader-display-latin-rare': rareGaps,
  'newsreader-text-latin-rare': rareGaps,
  'newsreader-italic-latin-rare': rareGaps,
  'geist-mono-latin-ext': 'ĔĕĬĭĸĿŀŎŏ',
  'geist-mono-latin-rare': 'ǄǅǆǇǈǉǊǋǌǪǫǺǻǼǽǾǿȀȁȂȃȄȅȆȇȈȉȊȋȌȍȎȏȐȑȒȓȔȕȖȗȪȫȬȭȰȱȲȳʺ₡₣₤₦₧₩₫₭₲₵₺₼',
};

/** Returns the characters of `text` without a glyph in any of `files`. */
function missing(cut: string, files: string[], text: string): string {
  const fonts = files.map((part) => readFont(`${cut}${part}.woff2`));
  return Array.from(text)
    .filter(
      (character) =>
        !fonts.some((font) => font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0)),
    )
    .join('');
}

function formatRange(text: string): string {
  const points = Array.from(text, (character) => character.codePointAt(0) ?? 0).sort(
    (a, b) => a - b,
  );
  const spans: [number, number][] = [];
  for (const point of points) {
    const last = spans.at(-1);
    if (last?.[1] === point - 1) last[1] = point;
    else spans.push([point, point]);
  }
  const hex = (point: number): string => point.toString(16).toUpperCase();
  return spans
    .map(([from, to]) => (from === to ? `U+${hex(from)}` : `U+${hex(from)}-${hex(to)}`))
    .join(', ');
}

test('the committed fonts are, byte for byte, what a fresh run cuts', async () => {
  const fresh = await buildFonts();
  assert.deepEqual([...committed.keys()].sort(), [...fresh.keys()].sort());
  for (const [name, bytes] of fresh) assert.ok(committed.get(name)?.equals(bytes), name);
});

test('the committed style sheet of the fonts is the one that a fresh run writes', async () => {
  assert.equal(styles, await buildFontFaces());
});

test('the fonts that every page needs weigh at most 70 KiB', () => {
  const total = Object.keys(cuts).reduce(
    (sum, cut) => sum + (committed.get(`${cut}.woff2`)?.length ?? Infinity),
    0,
  );
  assert.ok(total <= 71_680, `${total} bytes`);
});

const cutNames = Object.keys(cuts) as Cut[];

for (const cut of cutNames) {
  test(`${cut} sets the prose of the site from its first file`, () => {
    const prose =
      '“Transformers Learn In-Context” – the model’s R² & loss, 30%, 1–4 layers · João, Schölkopf, García';
    assert.equal(missing(cut, [''], prose), '');
  });

  test(`${cut} has a glyph for each Western name`, () => {
    const names = 'Schölkopf Čech Łukasz Kaiser Erdős Çelik Ångström Þór Ștefan Žižek İnönü Œuvre';
    assert.equal(missing(cut, Object.keys(listParts(cut)), names), '');
  });

  for (const [part, { text }] of Object.entries(listParts(cut)))
    test(`${cut}${part} has every character that it is asked for, and its range says so`, () => {
      assert.equal(missing(cut, [part], text), gaps[`${cut}${part}`] ?? '');
      const own = faces.filter(({ src }) => src?.includes(`/${cut}${part}.woff2`));
      assert.equal(own.length, 1);
      assert.equal(own[0]?.['unicode-range'], part === '' ? undefined : formatRange(text));
    });
}

for (const cut of cutNames)
  test(`${cut} has a glyph for each letter of Vietnamese, Yoruba and Igbo`, () => {
    const names = 'Nguyễn Thị Ánh, Trần Đức Lương, Phạm Hữu Phước, Ọlábọ̀dé, Ụzọamaka';
    assert.equal(missing(cut, Object.keys(listParts(cut)), names), '');
  });

for (const cut of cutNames)
  test(`each character of the typeface of ${cut} is in one of its files`, () => {
    const folder = dirname(
      require.resolve(`@fontsource-variable/${cuts[cut].source}.woff2`.replace('*', 'latin')),
    );
    const [start = '', end = ''] = basename(cuts[cut].source).split('*');
    const files = readdirSync(folder).filter(
      (name) => name.startsWith(start) && name.endsWith(`${end}.woff2`),
    );
    assert.ok(files.length >= 3);
    const characters = files.flatMap((file) => {
      const font = create(readFileSync(join(folder, file)));
      assert.ok(!font.isCollection);
      return font.characterSet;
    });
    // Neither a soft hyphen nor a space of another width nor a sign of no character has a form.
    const text = String.fromCodePoint(...characters).replaceAll(
      /[\p{Cc}\p{Cf}\p{Zs}\uffff∕]/gu,
      '',
    );
    assert.equal(missing(cut, Object.keys(listParts(cut)), text), '');
  });

test('signs and Greek letters are set in the faces of formulas, as high as the letters around them', async () => {
  for (const [file, { text }] of Object.entries(signs)) {
    const font = readFont(`${file}.woff2`);
    for (const character of text)
      assert.ok(font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0), character);
    for (const [cut, family] of [
      ['newsreader-display', 'Newsreader Display'],
      ['newsreader-text', 'Newsreader'],
    ] as const) {
      const face = faces.find(
        ({ src, ...rest }) =>
          src?.includes(`/${file}.woff2`) && rest['font-family'] === `'${family} Signs'`,
      );
      assert.deepEqual({ ...face, ...(await buildSignSize(cut)) }, face);
      assert.equal(face?.['unicode-range'], formatRange(text));
    }
  }
});

test('Russian labels, and drawings in text, are set in the monospace of the site', () => {
  const text = 'Обучение с подкреплением, її ґудзик; ├──┐ █ ↑↓';
  assert.equal(missing('geist-mono', Object.keys(monoParts), text), '');
});

test('the axes are cut to what the design uses', () => {
  const { wght } = readFont('newsreader-text.woff2').variationAxes;
  assert.deepEqual([wght?.min, wght?.max], [400, 560]);
  assert.deepEqual(Object.keys(readFont('newsreader-text.woff2').variationAxes), ['wght']);
  assert.deepEqual(Object.keys(readFont('newsreader-display.woff2').variationAxes), []);
  assert.deepEqual(Object.keys(readFont('newsreader-italic.woff2').variationAxes), []);
  assert.deepEqual(Object.keys(readFont('geist-mono.woff2').variationAxes), ['wght']);
});

test('the stand-ins take the room of the cuts that they stand in for', async () => {
  for (const [cut, family, style] of [
    ['newsreader-display', 'Newsreader Display', undefined],
    ['newsreader-text', 'Newsreader', undefined],
    ['newsreader-italic', 'Newsreader', 'italic'],
  ] as const)
    for (const [standIn, suffix] of [
      ['times', 'Times'],
      ['noto', 'Noto'],
    ] as const) {
      const face = faces.find(
        (candidate) =>
          candidate['font-family'] === `'${family} ${suffix}'` && candidate['font-style'] === style,
      );
      const expected = await buildFallback(cut, standIn);
      assert.deepEqual({ ...face, ...expected }, face, `${family} ${suffix} ${style ?? ''}`);
    }
  const mono = readFont('geist-mono.woff2');
  const standIn = faces.find((face) => face['font-family'] === "'Geist Mono Stand-in'");
  assert.equal(standIn?.['ascent-override'], `${(mono.ascent * 100) / mono.unitsPerEm}%`);
  assert.equal(standIn['descent-override'], `${(-mono.descent * 100) / mono.unitsPerEm}%`);
});

test('Arabic letters of labels are set in no monospace', () => {
  const face = faces.find((one) => one['unicode-range']?.startsWith('U+600-6FF'));
  assert.equal(face?.['font-family'], "'Geist Mono'");
  assert.doesNotMatch(face.src ?? '', /Mono|Courier|url/);
});
