import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { finishPage } from '../../../src/published/finished-html.ts';
import { parsePage } from '../../../src/published/page.ts';

const finish = (html: string) => finishPage(parsePage('/', html), 'a.html', '');

test('the policy stands at the top of the head, and moved styles at its end', () => {
  const html = finish(
    '<!doctype html><html><head><meta charset="utf-8"><title>A</title></head><body><p style="color:red">B</p></body></html>',
  );
  assert.match(
    html,
    /^<!doctype html><html><head><meta charset="utf-8"><meta http-equiv="content-security-policy" content="default-src 'none';[^"]*"><title>A<\/title><style>\.s-1\{color:red\}<\/style><\/head>/,
  );
  assert.match(html, /<p class="s-1">B<\/p>/);
});

test('a page that leaves out the tags of its head has both', () => {
  const html = finish('<!doctype html><meta charset="utf-8"><title>A</title><p style="top:0">B');
  assert.match(html, /^<!doctype html><meta charset="utf-8"><meta http-equiv="[^>]*><style>\.s-/);
});

test('a file that names no charset stays as it is', () => {
  for (const html of [
    'google-site-verification: google0123456789.html',
    '<p style="color:red">Words</p>',
    '<!DOCTYPE html><html><head><META CHARSET=UTF-8></head><body></body></html>',
    '',
  ])
    assert.equal(finish(html), html);
});

test('a page has the faces of its own characters and of its rules alone, those of its formulas aside', () => {
  const plain = '@font-face{font-family:A;src:url(a.woff2)}';
  const face = (range: string) =>
    `@font-face{font-family:A;src:url(b.woff2);unicode-range:${range}}`;
  const styles = (text: string) => {
    const unnamed = '@font-face{font-family:"B";src:url(c.woff2)}';
    const faces = [plain, unnamed, face('U+E4-E6,U+17E'), face('U+4??'), face('U+3B1')].join('');
    const html = finish(
      `<!doctype html><html><head><meta charset="utf-8"><style>b{font:1em A}${faces}i{color:red}</style></head><body>${text}</body></html>`,
    );
    const [, style = ''] = /<style>(.*?)<\/style>/.exec(html) ?? [];
    assert.ok(html.includes(createHash('sha256').update(style).digest('base64')));
    return style;
  };
  assert.equal(styles('Words'), `b{font:1em A}${plain}i{color:red}`);
  assert.equal(
    styles('<p>ž&#xe5;</p>'),
    `b{font:1em A}${plain}${face('U+E4-E6,U+17E')}i{color:red}`,
  );
  assert.equal(
    styles('мир <span class="katex">α</span>'),
    `b{font:1em A}${plain}${face('U+4??')}i{color:red}`,
  );
  assert.equal(styles('<p>α</p>'), `b{font:1em A}${plain}${face('U+3B1')}i{color:red}`);
});

test('an error names the file', () => {
  assert.throws(() => finish('<body><script>1</script>'), /^Error: a\.html: an inline script/);
});
