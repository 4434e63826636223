import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isOrcid, readOrcid } from '../../../src/lib/orcid.ts';

test('an ORCID iD is read from its address and without hyphens', () => {
  for (const text of [
    '0000-0002-1825-0097',
    'https://orcid.org/0000-0002-1825-0097',
    'http://www.orcid.org/0000-0002-1825-0097/',
    'orcid.org/0000-0002-1825-0097',
    '0000000218250097',
  ])
    assert.equal(readOrcid(text), '0000-0002-1825-0097', text);
  assert.equal(readOrcid('0000-0002-1694-233x'), '0000-0002-1694-233X');
});

test('the last digit of an ORCID iD checks the others', () => {
  assert.ok(isOrcid('0000-0002-1825-0097'));
  assert.ok(isOrcid('0000-0002-1694-233X'));
  for (const text of ['0000-0002-1825-0098', '0000-0002-1852-0097', '0000-0002-1825-009', 'x'])
    assert.ok(!isOrcid(text), text);
});
