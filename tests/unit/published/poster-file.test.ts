import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mixingNames } from '../../../src/lib/mixing.ts';
import { formatPosterFile } from '../../../src/published/poster-file.ts';

const around = { style: 'text{fill:#000}\n', language: 'en', entry: 'Notes & “Queries”' };
const address = 'https://ada.example/research/notes/#fig-mixing';
const format = (more: object = {}) => formatPosterFile('token-mixing', { ...around, ...more });

/** The words of a poster, one text each. */
const listTexts = (svg: string) =>
  Array.from(svg.matchAll(/<text [^]*?<\/text>/g), ([text]) =>
    text.replace(/<[^>]*>/g, '').replace('&amp;', '&'),
  );

test('a poster is one sheet of A3 with its title and what is drawn', () => {
  const svg = format();
  assert.match(
    svg,
    /^<\?xml [^>]*>\n<svg [^>]* xml:lang="en" width="420mm" height="297mm" viewBox="0 0 1680 1188">/,
  );
  assert.match(svg, /<title>Six ways to mix tokens<\/title><desc>Two rows of six squares /);
  assert.doesNotMatch(svg, /NaN|Infinity|undefined|prefers-color-scheme/);
  assert.equal(format(), svg);
});

test('it names each architecture with its source in either direction, and says that it is no result', () => {
  const texts = listTexts(format());
  assert.ok(texts.includes('Computed here, not a result'));
  for (const { title } of Object.values(mixingNames)) {
    const [name = '', model = ''] = title.replace(')', '').split(' (');
    assert.ok(texts.includes(name), name);
    assert.ok(
      texts.some((text) => text.startsWith(`${model} · `)),
      model,
    );
  }
  const sources = texts.filter((text) => /\b20\d\d\b|^by analogy/.test(text));
  assert.equal(sources.length, 2 * Object.keys(mixingNames).length);
  assert.equal(new Set(sources).size, sources.length);
});

test('it says where it is from, as far as that is known', () => {
  assert.ok(listTexts(format()).includes('Notes & “Queries”'));
  assert.ok(!format().includes('https://'));
  const texts = listTexts(format({ author: 'Ada', address }));
  assert.ok(texts.includes('Ada · Notes & “Queries”'));
  assert.ok(texts.includes(address));
});

test('each plate has the row of the same output framed, below the one the other direction has', () => {
  const frames = Array.from(
    format().matchAll(/<rect class="stroke-ink" [^>]*x="([\d.]+)" y="([\d.]+)"/g),
    ([, x, y]) => [Number(x), Number(y)],
  );
  assert.equal(frames.length, 12);
  assert.equal(new Set(frames.map(([x]) => x)).size, 6);
  assert.equal(new Set(frames.map(([, y]) => y)).size, 2);
});

test('it carries the typefaces that its letters are in, and no other', () => {
  const faces = Array.from(
    format().matchAll(
      /@font-face \{ font-family: '([^']*)'; src: url\((data:font\/woff2;base64,)/g,
    ),
  );
  assert.deepEqual(
    [...new Set(faces.map(([, family]) => family))],
    ['Newsreader Display', 'Newsreader', 'Newsreader Signs', 'Geist Mono'],
  );
  assert.doesNotMatch(format(), /italic|local\(|url\((?!data:)/);
  assert.match(format({ entry: 'Привет' }), /U\+4/);
});

test('a figure without a poster has none', () => {
  assert.throws(() => formatPosterFile('length-cost', around), /has no poster/);
});
