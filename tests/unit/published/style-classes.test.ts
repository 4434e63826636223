import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parsePage } from '../../../src/published/page.ts';
import { applyEdits, listStyleEdits } from '../../../src/published/style-classes.ts';

/** The body of a page after the edits, and the rules of its head. */
function format(body: string): { html: string; rules: string } {
  const { html } = parsePage('/', `<!doctype html><html><head></head><body>${body}</body></html>`);
  const { edits, rules } = listStyleEdits(parsePage('/', html));
  const edited = applyEdits(html, edits);
  return { html: /<body>(.*)<\/body>/s.exec(edited)?.[1] ?? '', rules };
}

test('a style becomes a class, the same one for equal styles', () => {
  const { html, rules } = format(
    '<p style="color:red;">A</p><b class="x y" style="color:red">B</b><i style=\'top:1em\' class=z>C</i>',
  );
  assert.equal(rules, '.s-1{color:red}.s-2{top:1em}');
  assert.equal(html, '<p class="s-1">A</p><b class="x y s-1">B</b><i class="z s-2">C</i>');
});

test('all else stays as it is, letter by letter', () => {
  const body = '<P  title="style=&quot;x&quot;">style="a"<br/><svg viewBox="0 0 1 1"><path/></svg>';
  assert.deepEqual(format(body), { html: body, rules: '' });
});

test('styles within drawings and formulas are moved as well', () => {
  const { html } = format(
    '<svg><g style="fill:red"></g></svg><math><mi style="color:red"></mi></math>',
  );
  assert.doesNotMatch(html, /style=/);
  assert.equal(html.match(/class="s-/g)?.length, 2);
});

test('the alignment of a cell is a class', () => {
  const { html, rules } = format('<table><tr><td align="right">1</td></tr></table>');
  assert.equal(rules, '.s-1{text-align:right}');
  assert.match(html, /<td class="s-1">1<\/td>/);
});
