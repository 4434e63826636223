import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { buildPolicy } from '../../../src/metadata/content-security-policy.ts';

const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

test('a page may use its own inline styles and scripts, and no others', () => {
  const policy = buildPolicy('<style>a{}</style><script>1\n2</script><style>b{}</style>');
  assert.ok(policy.includes(`style-src 'self' ${hash('a{}')} ${hash('b{}')};`));
  assert.ok(policy.includes(`script-src ${hash('1\n2')};`));
  assert.ok(policy.startsWith("default-src 'none';"));
  assert.doesNotMatch(policy, /unsafe/);
});

test('a page without script may run none', () => {
  assert.ok(buildPolicy('<p>text</p>').includes("script-src 'none';"));
});

test('a page that opens the search may run its module and fetch its index, of this site alone', () => {
  const policy = buildPolicy(
    '<script>1</script><button data-search="/_astro/search.js">S</button>',
  );
  assert.ok(policy.includes(`script-src 'self' ${hash('1')};`));
  assert.match(policy, /;connect-src 'self'(;|$)/);
  assert.doesNotMatch(policy, /unsafe/);
  assert.doesNotMatch(buildPolicy('<script>1</script>'), /connect-src|script-src 'self'/);
});
