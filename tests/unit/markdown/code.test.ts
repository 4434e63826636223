import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codeToHast, type CodeToHastOptions } from 'shiki';
import { transformCode } from '../../../src/markdown/code.ts';

test('code is coloured to its end, however long the machine takes', async () => {
  let limit: number | undefined;
  const read = {
    tokens(this: { options: CodeToHastOptions }) {
      limit = this.options.tokenizeTimeLimit;
    },
  };
  await codeToHast('x = 1', {
    lang: 'python',
    theme: 'min-light',
    transformers: [transformCode(), read],
  });
  assert.equal(limit, 0);
});
