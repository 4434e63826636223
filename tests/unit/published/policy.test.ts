import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { fromHtml } from 'hast-util-from-html';
import { buildPolicy } from '../../../src/published/policy.ts';

const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const build = (head: string, body = '') =>
  buildPolicy(
    fromHtml(
      `<!doctype html><html lang="en"><head><meta charset="utf-8">${head}</head><body>${body}</body></html>`,
    ),
  );

test('a page may use its own inline styles and scripts, and no others', () => {
  const policy = build('<style>a{}</style><script>1\n2 < 3</script><style>b{}</style>');
  assert.ok(policy.includes(`style-src 'self' ${hash('a{}')} ${hash('b{}')};`));
  assert.ok(policy.includes(`script-src 'self' ${hash('1\n2 < 3')};`));
  assert.ok(policy.startsWith("default-src 'none';"));
  assert.doesNotMatch(policy, /unsafe/);
});

test('a page may load scripts and fetch from its own site alone', () => {
  const policy = build('<script type="module" src="/a.js"></script>', '<p>text</p>');
  assert.match(policy, /;script-src 'self';/);
  assert.match(policy, /;connect-src 'self';manifest-src 'self';/);
});

test('a page may play films of its own site, if it has any', () => {
  assert.match(
    build('', '<p><video src="/a.mp4"></video></p>'),
    /;img-src 'self';media-src 'self';/,
  );
  assert.doesNotMatch(build('', '<p>video</p>'), /media-src/);
});

test('a page makes markup of text by one policy alone', () => {
  assert.match(build(''), /;require-trusted-types-for 'script';trusted-types figures$/);
});

const planted = '<script>alert(1)</script><style>a{}</style>';
const words = planted.replaceAll('<', '&lt;');

test('words that look like a script are no script', () => {
  const policy = build(
    `<title>${planted}</title><meta name="description" content="${planted}"><!-- ${planted} -->` +
      `<script type="application/ld+json">{"name":"alert(1)"}</script>`,
    `<img alt="${planted}" src="a.png"><p title='${planted}'>${words}</p><pre><code>${words}</code></pre>` +
      `<textarea>${planted}</textarea><a href="${planted}">a</a><!-- ${planted} -->`,
  );
  assert.doesNotMatch(policy, /sha256/);
});

for (const [where, head, body] of [
  ['the text', '', '<p><script>alert(1)</script></p>'],
  ['the text, as a module', '', '<script type="module">alert(1)</script>'],
  ['a drawing in the text', '', '<svg><script>alert(1)</script></svg>'],
  ['a formula', '', '<math><mtext><style>a{}</style></mtext></math>'],
  ['a template', '', '<template><script>alert(1)</script></template>'],
  ['the text, as data of no kind that is known', '', '<script type="x">alert(1)</script>'],
  ['the head, beside that of the site', '<script>1</script><script>alert(1)</script>', ''],
  ['the head, after its end', '<p>', '<style>a{}</style>'],
] as const)
  test(`a script or a style in ${where} ends the build`, () => {
    assert.throws(() => build(head, body), /an inline (script|style) .* stands in/);
  });

test('a style that the page gets later is allowed as well', () => {
  const tree = fromHtml('<!doctype html><html lang="en"><head><style>a{}</style></head></html>');
  const policy = buildPolicy(tree, ['b{}']);
  assert.ok(policy.includes(`style-src 'self' ${hash('a{}')} ${hash('b{}')};`));
});
