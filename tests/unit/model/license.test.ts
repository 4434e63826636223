import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildLicense } from '../../../src/model/license.ts';
import { licenses } from '../../../src/schema/license.ts';

test('a licence is named as Creative Commons does, and leads to its text', () => {
  assert.deepEqual(
    licenses.map(buildLicense).map(({ title, address }) => `${title} ${address}`),
    [
      'CC0 1.0 https://creativecommons.org/publicdomain/zero/1.0/',
      'CC BY 4.0 https://creativecommons.org/licenses/by/4.0/',
      'CC BY-SA 4.0 https://creativecommons.org/licenses/by-sa/4.0/',
      'CC BY-NC 4.0 https://creativecommons.org/licenses/by-nc/4.0/',
      'CC BY-NC-SA 4.0 https://creativecommons.org/licenses/by-nc-sa/4.0/',
      'CC BY-ND 4.0 https://creativecommons.org/licenses/by-nd/4.0/',
      'CC BY-NC-ND 4.0 https://creativecommons.org/licenses/by-nc-nd/4.0/',
    ],
  );
});
