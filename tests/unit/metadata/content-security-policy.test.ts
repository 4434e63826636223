import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { buildPolicy } from '../../../src/metadata/content-security-policy.ts';

const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

test('a page may use its own inline styles and scripts, and no others', () => {
  const policy = buildPolicy('<style>a{}</style><script>1\n2</script><style>b{}</style>');
  assert.ok(policy.includes(`style-src 'self' ${hash('a{}')} ${hash('b{}')};`));
  assert.ok(policy.includes(`script-src 'self' ${hash('1\n2')};`));
  assert.ok(policy.startsWith("default-src 'none';"));
  assert.doesNotMatch(policy, /unsafe/);
});

test('a page may load scripts and fetch from its own site alone', () => {
  const policy = buildPolicy('<p>text</p>');
  assert.match(policy, /;script-src 'self' ?;/);
  assert.match(policy, /;connect-src 'self';manifest-src 'self';/);
});
