import assert from 'node:assert/strict';
import { test } from 'node:test';
import { finishPage } from '../../../src/published/finished-html.ts';
import { parsePage } from '../../../src/published/page.ts';

const finish = (html: string) => finishPage(parsePage('/', html), 'a.html');

test('the policy stands at the top of the head, and moved styles at its end', () => {
  const html = finish(
    '<!doctype html><html><head><meta charset="utf-8"><title>A</title></head><body><p style="color:red">B</p></body></html>',
  );
  assert.match(
    html,
    /^<!doctype html><html><head><meta charset="utf-8"><meta http-equiv="content-security-policy" content="default-src 'none';[^"]*"><title>A<\/title><style>\.s-[\da-f]{8}\{color:red\}<\/style><\/head>/,
  );
  assert.match(html, /<p class="s-[\da-f]{8}">B<\/p>/);
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

test('an error names the file', () => {
  assert.throws(() => finish('<body><script>1</script>'), /^Error: a\.html: an inline script/);
});
