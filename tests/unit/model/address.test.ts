import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withBase } from '../../../src/model/address.ts';

test('an address lies below the base and is written as browsers write it', () => {
  assert.equal(withBase('/', '/tags/kyc-aml/'), '/tags/kyc-aml/');
  const page = withBase('/portfolio/', '/tags/強化学習/papers/#list');
  assert.equal(page, '/portfolio/tags/%E5%BC%B7%E5%8C%96%E5%AD%A6%E7%BF%92/papers/#list');
  assert.equal(withBase('/', '/tags/%D0%B6/'), withBase('/', '/tags/ж/'));
});
