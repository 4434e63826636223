import assert from 'node:assert/strict';
import test from 'node:test';
import { parseYaml } from '../../../src/loaders/yaml.ts';

test('a field that is there twice is reported where it stands again, however deep', () => {
  const yaml = 'a: 1\nb:\na: 2\nlist:\n  - {c: 1, c: 2}\n  - c: 3\n    b: 4\nc: 5\n"b": 6\n';
  const { faults } = parseYaml(yaml, 'thread.mdx');
  assert.deepEqual(
    faults.map(({ line, column, found }) => [line, column, found]),
    [
      [3, 1, 'a: 2'],
      [5, 3, '- {c: 1, c: 2}'],
      [9, 1, '"b": 6'],
    ],
  );
});
