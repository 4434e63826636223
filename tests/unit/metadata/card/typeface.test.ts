import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isReadable } from '../../../../src/metadata/card/typeface.ts';
import { faces, findBox } from './faces.ts';

const { display, label } = faces;

test('letters of European languages, Greek and the signs of mathematics are drawn as they are', () => {
  for (const text of ['Čech, Łukasz & Erdős: “naïve” — 1–4', 'α-decay of ∇f ≤ ε ∞', 'ℓ → ∂'])
    for (const face of [display, label]) assert.equal(face.spell(text), text);
});

test('what no face has is drawn as what it is made of', () => {
  assert.equal(display.spell('ﬁne ℓ₂ 𝔽 Nguyễn'), 'fine ℓ2 F Nguyen');
});

test('what cannot be drawn at all is left out, with one ellipsis for each run', () => {
  assert.equal(display.spell('机器学习 for retrieval'), '… for retrieval');
  assert.equal(display.spell('Rockets 🚀 🚀 fly'), 'Rockets … fly');
  assert.equal(display.spell('Модель мира'), '…');
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
