import assert from 'node:assert/strict';
import { test } from 'node:test';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import '../../../src/lib/open-brackets.ts';

/** Returns the links that the tokenizer finds. Those found later have no position. */
function listLinks(text: string): string[] {
  const tree = unified().use(remarkParse).use(remarkGfm).parse(text);
  const links: string[] = [];
  visit(tree, 'link', ({ url, position }) => {
    if (position) links.push(url);
  });
  return links;
}

test('the reader makes no address in an open bracket a link, and each outside of brackets', () => {
  const address = 'http://www.example.org';
  assert.deepEqual(listLinks(`a@b.co [c ${address} [d] a@b.co`), ['mailto:a@b.co']);
  assert.deepEqual(listLinks(`[c [d] e] ${address} [f](g) ${address}`), [address, 'g', address]);
  assert.deepEqual(listLinks(`[c ${address}\n\n${address}`), [address]);
});
