import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listNodes } from '../../../../src/loaders/body/node.ts';
import { parseMdx } from '../../../../src/loaders/body/mdx.ts';

test('tags within one another are read to the level that is too deep, however many there are', () => {
  for (const [open, close] of [
    ['<sub>', '</sub>'],
    ['<Aside>\n', '</Aside>\n'],
  ] as const)
    for (const count of [200, 3000]) {
      const { tree, faults } = parseMdx(open.repeat(count) + close.repeat(count));
      const isTag = ({ type }: { type: string }) => type.startsWith('mdxJsx');
      assert.equal(listNodes(tree).filter(isTag).length, 100);
      assert.deepEqual(
        faults.map(({ rule, offset }) => [rule, offset]),
        [['too-deep', 99 * open.length]],
      );
    }
});
