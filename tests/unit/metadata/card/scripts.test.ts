import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drawCard } from '../../../../src/metadata/card/draw.ts';
import { palette, sketchCard } from '../../../../src/metadata/card/image.ts';
import { findPackage, measureLines } from '../../../../src/metadata/card/scripts.ts';
import { prepareFaces } from '../../../../src/metadata/card/site-faces.ts';
import { findBox } from './box.ts';

const titles = {
  'zh-Hans': '机器学习：注意力机制的研究',
  'zh-Hant': '機器學習與「梯度下降」',
  ja: '文脈内学習のトランスフォーマー',
  ko: '맥락 내 학습의 해석',
  ar: 'تعلّم الآلة: هل هو نزول؟',
  fa: 'یادگیری می‌خواهد',
  he: 'שָׁלוֹם ולמידת מכונה',
  el: 'Μηχανική μάθηση και Άλφα',
  ru: 'Модель мира: объём',
};

const findTitle = (svg: string): string => /<path id="title"[^>]* d="([^"]*)"/.exec(svg)?.[1] ?? '';

for (const [language, title] of Object.entries(titles))
  test(`a title in ${language} is drawn with all its letters, within its room`, async () => {
    const { display, label } = await prepareFaces(title, language);
    for (const face of [display, label]) assert.equal(face.spell(title), title.normalize('NFC'));
    const card = { source: 'Research', kind: 'Paper', title, language, facts: 'Draft', tags: [] };
    const path = findTitle(await sketchCard(card));
    const { left, right, top, bottom } = findBox(path);
    assert.ok(
      left >= 58 && right <= 1142 && top >= 124 && bottom <= 512,
      [left, right, top, bottom].join(),
    );
    // No contour is that of the box that fonts have in place of a missing letter.
    assert.ok(path.split('M').length > 2 * title.length * 0.4);
  });

test('a Han character has the form of the language of the page, or else of the letters beside it', () => {
  assert.equal(findPackage('直', 'zh'), 'noto-serif-sc');
  assert.equal(findPackage('直', 'zh-TW'), 'noto-serif-tc');
  assert.equal(findPackage('直', 'ja'), 'noto-serif-jp');
  assert.equal(findPackage('直', 'ko'), 'noto-serif-kr');
  assert.equal(findPackage('直', 'en'), 'noto-serif-sc');
  assert.equal(findPackage('直の', 'en'), 'noto-serif-jp');
  assert.equal(findPackage('直한', 'en'), 'noto-serif-kr');
  assert.equal(findPackage('თ', 'ka'), undefined);
});

test('the same character is drawn in another form for another language', async () => {
  const draw = async (language: string) =>
    (await prepareFaces('直', language)).display.draw('直', 100, 0, 100);
  assert.notEqual(await draw('ja'), await draw('zh-Hans'));
  assert.equal(await draw('ja'), await draw('ja'));
});

test('a character that one typeface lacks is taken from another of its script', async () => {
  const { display } = await prepareFaces('機们', 'ja');
  assert.equal(display.spell('機们'), '機们');
});

const face = async (text: string, language: string) => (await prepareFaces(text, language)).display;

test('Arabic letters are joined, and a joiner without width keeps two apart', async () => {
  const text = 'بب';
  const { measure } = await face(text, 'ar');
  const apart = measure('ب\u200cب', 100);
  assert.ok(measure(text, 100) < apart - 20, 'two joined letters are narrower than two apart');
});

/** The words of `text` from left to right, as they are drawn. */
async function findOrder(text: string, language: string, base: 'ltr' | 'rtl'): Promise<string[]> {
  const { draw } = await face(text, language);
  const contours = draw(text, 100, 0, 200, base).split('M').slice(1);
  const words = text.split(' ').map((word) => {
    const [own = ''] = draw(word, 100, 0, 200, base).split('M').slice(1);
    const found = contours.filter((contour) => isSameContour(contour, own));
    assert.equal(found.length, 1, `${word} begins with a letter of its own`);
    return { word, left: Number.parseFloat(found[0] ?? '') };
  });
  return words.toSorted((one, other) => one.left - other.left).map(({ word }) => word);
}

/** Whether two contours have one form, wherever they stand. */
function isSameContour(one: string, other: string): boolean {
  const [first = [], second = []] = [one, other].map((contour) => {
    const numbers = Array.from(contour.matchAll(/-?[\d.]+/g), ([number]) => Number(number));
    return numbers.map((number, index) => number - (numbers[index % 2] ?? 0));
  });
  const isNear = (number: number, index: number) => Math.abs(number - (second[index] ?? 0)) < 0.3;
  return first.length === second.length && first.every(isNear);
}

test('a mixed line has its words in the order of the bidirectional algorithm', async () => {
  assert.deepEqual(await findOrder('מודל GPT חדש', 'he', 'rtl'), ['חדש', 'GPT', 'מודל']);
  assert.deepEqual(await findOrder('The מודל חדש key', 'en', 'ltr'), [
    ...['The', 'חדש', 'מודל', 'key'],
  ]);
});

test('a bracket in a text from right to left opens to the left', async () => {
  const typeface = await face('(א)', 'he');
  const path = typeface.draw('(א)', 100, 0, 200);
  assert.equal(path, typeface.draw('(א)', 100, 0, 200, 'rtl'));
  const first = typeface.draw('(', 100, 0, 200, 'ltr');
  // From the left: the bracket that is written last, drawn as the mirror of “)”.
  assert.ok(path.startsWith(first));
});

test('the card of a page from right to left is mirrored', async () => {
  const card = {
    ...{ source: 'שלום', kind: 'Paper', title: 'מודל', tags: ['Tag'], facts: 'Draft' },
    figure: { kind: 'mark' } as const,
  };
  const faces = await prepareFaces('שלום מודל', 'he');
  const [own, other] = ['he', 'en'].map((language) =>
    drawCard({ ...card, language }, faces, palette),
  );
  const box = (svg = '', id: string) =>
    findBox(new RegExp(`<path id="${id}"[^>]* d="([^"]*)"`).exec(svg)?.[1] ?? '');
  for (const id of ['title', 'source', 'kind', 'facts', 'tags']) {
    const [there, here] = [box(own, id), box(other, id)];
    assert.ok(Math.abs(there.left + here.right - 1200) < 16, `${id} ${there.left} ${here.right}`);
  }
  assert.match(own ?? '', /<g transform="translate\(64 /);
});

test('a title in a language from the other side keeps its own order', async () => {
  const { display } = await prepareFaces('', 'ar');
  const line = 'What is it?';
  assert.equal(display.draw(line, 50, 0, 50), display.draw(line, 50, 0, 50, 'ltr'));
});

test('lines of letters that are higher stand further apart', () => {
  assert.deepEqual(measureLines('Latin'), { ascent: 0.7, lineHeight: 1.04 });
  for (const title of [titles.ja, titles.ar, titles.he])
    assert.ok(measureLines(title).lineHeight > 1.1, title);
});

test('the site stands in for a title without a letter that can be drawn, and never its kind alone', async () => {
  const card = { source: 'Ada Lovelace · Research', kind: 'Paper', tags: [] };
  const [title, name] = await Promise.all(
    ['🚀 თბ', 'Ada Lovelace'].map(async (text) =>
      findTitle(await sketchCard({ ...card, title: text })),
    ),
  );
  assert.equal(title, name);
});

test('a single Greek letter is a sign, and a word of them is in the serif', async () => {
  const sign = await face('α', 'en');
  const { draw } = await face('α και', 'en');
  assert.notEqual(sign.draw('α', 100, 0, 100), draw('α', 100, 0, 100));
});
