import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readAddresses } from '../../../src/bibliography/addresses.ts';

const whole: [written: string, address: string][] = [
  [
    'https://doi.org/10.1002/(SICI)1097-0258(19980815/30)17:15/16<1661::AID-SIM968>3.0.CO;2-2',
    'https://doi.org/10.1002/(SICI)1097-0258(19980815/30)17:15/16<1661::AID-SIM968>3.0.CO;2-2',
  ],
  ['https://a.org/path-\n (part)/x', 'https://a.org/path-(part)/x'],
  ['https://a.org/path -sub', 'https://a.org/path-sub'],
  ['https://a.org/via\n online/b', 'https://a.org/viaonline/b'],
  ['https://a.org/x)y', 'https://a.org/x)y'],
  ['<https://a.org/x>', 'https://a.org/x'],
];

for (const [written, address] of whole)
  test(`${JSON.stringify(written)} is one address`, () => {
    assert.deepEqual(readAddresses(written), { addresses: [address], rest: '' });
  });

const several: [written: string, addresses: string[], rest: string][] = [
  ['(https://a.org/x), https://b.org', ['https://a.org/x', 'https://b.org'], 'https://b.org'],
  [
    String.raw`id:1\nhttp://a.org/x\nhttp://b.org`,
    ['http://a.org/x', 'http://b.org'],
    'http://b.org',
  ],
  ['https://a.org <https://b.org>', ['https://a.org', 'https://b.org'], 'https://b.org'],
  ['https://a.org (accessed 3 May 2020)', ['https://a.org'], 'accessed 3 May 2020'],
  ['https://a.org - accessed 2020', ['https://a.org'], '- accessed 2020'],
];

for (const [written, addresses, rest] of several)
  test(`the first address of ${written} ends where others or words begin`, () => {
    assert.deepEqual(readAddresses(written), { addresses, rest });
  });
