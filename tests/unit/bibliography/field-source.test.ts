import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { formatFieldSource } from '../../../src/bibliography/field-source.ts';
import { parseTex } from '../../../src/bibliography/tex.ts';
import { formatPlain, parseInline } from '../../../src/lib/inline.ts';
import { checkMarkup } from '../../../src/loaders/field-markup.ts';

const format = (tex: string) => formatFieldSource(parseTex(tex).runs);

test('the looks and formulas of a work are marks of a field', () => {
  assert.equal(format('{Bernoulli} Numbers'), 'Bernoulli Numbers');
  assert.equal(format('The \\emph{first} \\textbf{one}'), 'The <em>first</em> <b>one</b>');
  assert.equal(format('CO$_2$'), 'CO<sub>2</sub>');
  assert.equal(format('$n$th'), '<var>n</var>th');
  assert.equal(format('\\href{https://example.org/a_b}{See}'), '[See](<https://example.org/a_b>)');
  assert.equal(format('$\\sqrt{x < y}$'), '$\\sqrt{x < y}$');
});

test('signs that mark something in a field are signs of a work', () => {
  assert.equal(format('A*B_1 [@nobody] & `C`~D'), 'A\\*B\\_1 \\[\\@nobody\\] \\& ‘C‘\u00a0D');
});

test('a text is the same in a work and in a field, and has no mark that it should not', () => {
  const sign = fc.constantFrom(...'ab 12*_[]()<>&@~`|#!+-=:/.\'\\{}$^"%www.://'.split(''));
  const texts = fc.array(fc.oneof(sign, fc.constantFrom('www.a.b', 'https://a.b', '\\^', '\\&')));
  fc.assert(
    fc.property(texts, (pieces) => {
      const { text, runs } = parseTex(pieces.join('').replaceAll(/[\\{}$^"%`]/g, ''));
      const source = formatFieldSource(runs.map(({ text }) => ({ text })));
      const plain = formatPlain(parseInline(source));
      const simplify = (words: string) =>
        words.replace(/[‘’“”'"]/g, '').replace(/[-–—]+|…|\.{3}/g, '');
      assert.equal(simplify(plain.trim()), simplify(text));
      assert.deepEqual(checkMarkup(source, false, {}), []);
    }),
  );
});
