import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  sizeListedTitle,
  sizeSiteTitle,
  sizeTitle,
} from '../../../src/components/entry/title-size.ts';

test('a longer title takes a smaller size, and the usual one keeps its own', () => {
  const usual = 'Mesa-Optimization Probe: Do Transformers Learn Optimizers?';
  assert.equal(sizeTitle(usual), 'text-h2');
  assert.equal(sizeListedTitle(usual), 'text-h3');
  assert.equal(sizeTitle('a b '.repeat(18)), 'text-h3');
  assert.equal(sizeListedTitle('a b '.repeat(18)), 'text-h4');
  assert.equal(sizeTitle('a b '.repeat(36)), 'text-h4 md:text-h3');
});

test('a long word takes a smaller size on a phone, where it would be broken', () => {
  assert.equal(sizeTitle('Wissenschaftsgeschichte'), 'text-h4 md:text-h2');
  assert.equal(sizeListedTitle('Wissenschaftsgeschichte'), 'text-h4');
  assert.equal(sizeTitle('Self-Supervised Learning'), 'text-h2');
});

test('the title of a site is as large as its words allow', () => {
  assert.equal(sizeSiteTitle('Research'), 'text-h1');
  assert.equal(sizeSiteTitle('Neuroscience'), 'text-h2 md:text-h1');
  assert.equal(sizeSiteTitle('Wissenschaftsgeschichte'), 'text-h4 md:text-h2');
  assert.equal(sizeSiteTitle('a b '.repeat(11)), 'text-h2');
});

test('a character of East Asia counts as two, and lines can break beside it', () => {
  assert.equal(sizeSiteTitle('河流的记忆与四个世纪的洪水'), 'text-h1');
  assert.equal(sizeTitle('河'.repeat(36)), 'text-h3');
});

test('lines can break within words of Thai, and at a soft hyphen', () => {
  assert.equal(sizeTitle('การศึกษาน้ำท่วมในลุ่มน้ำเจ้าพระยา'), 'text-h2');
  assert.equal(sizeTitle('Wissenschafts\u00adgeschichte'), 'text-h2');
});
