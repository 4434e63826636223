import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cardAddress } from '../../../../src/metadata/card/address.ts';

const addresses: [page: string, card: string][] = [
  ['/', '/cards/index.png'],
  ['/research/', '/cards/research.png'],
  ['/research/probe/', '/cards/research/probe.png'],
  ['/tags/zk-proofs/', '/cards/tags/zk-proofs.png'],
  ['/tags/zk-proofs/papers/', '/cards/tags/zk-proofs.png'],
];

for (const [page, card] of addresses)
  test(`the card of ${page} is at ${card}, in any folder of a host`, () => {
    assert.equal(cardAddress(page, '/'), card);
    assert.equal(cardAddress(`/portfolio${page}`, '/portfolio/'), `/portfolio${card}`);
  });
