import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import { brotliCompressSync, constants } from 'node:zlib';

/** Returns the size of a text as a good host serves it. */
export function compress(text: string): number {
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11 };
  return brotliCompressSync(text, { params }).length;
}

export function assertWithin(context: TestContext, bytes: number, budget: number): void {
  context.diagnostic(`${bytes} of ${budget} bytes`);
  assert.ok(bytes > 0 && bytes <= budget, `${bytes} bytes, of ${budget}`);
}
