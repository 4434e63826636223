import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isReadable } from '../../../../src/metadata/card/typeface.ts';
import { prepareFaces } from '../../../../src/metadata/card/site-faces.ts';
import { findBox } from './box.ts';

const { display, label } = await prepareFaces('', 'en');

test('letters of European languages, Greek and the signs of mathematics are drawn as they are', () => {
  for (const text of [
    'Čech, Łukasz, Nguyễn & Erdős: “naïve” — 1–4',
    'α-decay of ∇f ≤ ε ∞',
    'ℓ → ∂',
  ])
    for (const face of [display, label]) assert.equal(face.spell(text), text);
});

test('what no face has is drawn as what it is made of', () => {
  assert.equal(display.spell('ﬁne 𝔽 Nǎn Άλφα'), 'fine F Nan Aλφα');
});

test('Cyrillic is drawn, and indices are small letters above and below the line', () => {
  for (const text of ['Модель мира', 'O(nᵏ), x₁, Aᵀ, 10⁻⁴'])
    for (const face of [display, label]) assert.equal(face.spell(text), text);
  const [digit, index, power] = ['1', '₁', '⁴'].map((text) =>
    findBox(display.draw(text, 100, 0, 200)),
  );
  assert.ok(digit && index && power);
  assert.ok(index.bottom - index.top < 0.7 * (digit.bottom - digit.top));
  assert.ok(index.bottom > digit.bottom && power.bottom < digit.bottom - 20);
});

test('letters of another face are as high as those of the first', () => {
  const [own, greek] = ['x', 'ι'].map((text) => findBox(display.draw(text, 100, 0, 200)).top);
  assert.ok(Math.abs((own ?? 0) - (greek ?? 99)) < 2, `${own}, ${greek}`);
});

test('what cannot be drawn at all is left out, with one ellipsis for each run', () => {
  assert.equal(display.spell('机器学习 for retrieval'), '… for retrieval');
  assert.equal(display.spell('Rockets 🚀 🚀 fly'), 'Rockets … fly');
  assert.equal(display.spell('soft\u00adhyphen\u200b\n here'), 'softhyphen here');
});

test('a text of which nothing is left cannot be read', () => {
  assert.equal(isReadable(display.spell('机器学习')), false);
  assert.equal(isReadable(display.spell('机器学习 3')), true);
});

test('letters are kerned, and stand where they are measured', () => {
  const [pair, apart] = [display.measure('To', 100), display.measure('T', 100)];
  assert.ok(pair < apart + display.measure('o', 100) - 5);
  const box = findBox(display.draw('Hamburg', 100, 40, 200));
  assert.ok(Math.abs(box.left - 40) < 6);
  assert.ok(Math.abs(box.right - 40 - display.measure('Hamburg', 100)) < 6);
  assert.ok(box.top < 140 && box.top > 120 && box.bottom > 200 && box.bottom < 230);
});
