import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildLicence, licence } from '../../../src/kinds/output/licence.ts';

for (const [written, id] of [
  ['MIT', 'MIT'],
  ['isc', 'ISC'],
  ['The MIT License', 'MIT'],
  ['CC BY-NC-SA 4.0', 'CC-BY-NC-SA-4.0'],
  ['GPLv3', 'GPL-3.0-only'],
  ['mit OR apache 2.0', 'MIT OR Apache-2.0'],
  ['(MIT OR ISC) AND gpl-2.0-only WITH Classpath-exception-2.0', undefined],
  ['https://creativecommons.org/publicdomain/zero/1.0/', 'CC0-1.0'],
  ['LicenseRef-Data-Agreement', 'LicenseRef-Data-Agreement'],
] as const)
  test(`the licence “${written}” is read`, () => {
    const expected = id ?? '(MIT OR ISC) AND GPL-2.0-only WITH Classpath-exception-2.0';
    assert.equal(licence.parse(written), expected);
  });

for (const written of [
  'gpl',
  'CC BY',
  'none',
  'Proprietary',
  'MIT.',
  'MIT OR',
  '(MIT',
  '()',
  'MIT(ISC)',
  '',
])
  test(`“${written}” is no licence: a version is not guessed, and a name must be listed`, () => {
    assert.equal(licence.safeParse(written).success, false);
  });

test('a single licence of the list has the address of its text', () => {
  assert.equal(buildLicence('ISC').address, 'https://spdx.org/licenses/ISC.html');
  assert.equal(buildLicence('LicenseRef-A').address, undefined);
  assert.equal(buildLicence('MIT OR ISC').address, undefined);
});
