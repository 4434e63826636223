import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Nodes } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toString } from 'hast-util-to-string';
import { visit } from 'unist-util-visit';
import { hasClass } from '../../../src/markdown/tree.ts';
import { render } from './rendered.ts';

/** What stands in one line each: a formula is `∎` for each of its parts, with `|` where a line may be broken. */
async function listJoined(body: string): Promise<string[]> {
  const { html } = await render(body);
  const joined: string[] = [];
  visit(fromHtml(html, { fragment: true }), 'element', (node) => {
    if (hasClass(node, 'joined')) joined.push(node.children.map(draw).join(''));
  });
  return joined;
}

function draw(node: Nodes): string {
  if (node.type !== 'element' || !hasClass(node, 'katex')) return toString(node);
  let drawn = '';
  visit(node, 'element', (part) => {
    if (part.tagName === 'wbr') drawn += '|';
    if (hasClass(part, 'katex-base')) drawn += '∎';
  });
  return drawn;
}

test('punctuation stays on the line of the formula before it, which is broken as before', async () => {
  assert.deepEqual(await listJoined('With $k$, and ($a = b$). Then $c$ holds.'), ['∎,', '∎|∎).']);
});

test('a citation mark stays on the line of the word or the formula before it', async () => {
  assert.deepEqual(await listJoined('It is tuned [@one, §3]. So is $y$ [@two].'), [
    'tuned [1, §3].',
    '∎ [2].',
  ]);
  assert.deepEqual(await listJoined('So *is* [@one] and $k$,[@two].'), [' [1]', '∎,', '[2].']);
});

test('the last two words of a long paragraph and of a long item stand in one line', async () => {
  const long = 'A step may be taken on the data while the weights of the model stay as';
  const { html } = await render(`${long}\nthey are.\n\n- ${long} *so*, they are`);
  assert.deepEqual(
    Array.from(html.matchAll(/[^\s<>]*\u00a0[^\s<>]*/g), ([words]) => words),
    ['they\u00a0are.', 'they\u00a0are'],
  );
  const figure = await render(`<Figure src="./a.png" alt="A">\n\n${long} they are.\n\n</Figure>`);
  assert.match(figure.html, /they\u00a0are\./);
  const free = await render(`${long} ${'a'.repeat(24)} b.\n\nA few words alone.`);
  assert.doesNotMatch(free.html, /\u00a0/);
});

test('a caption is joined like a paragraph', async () => {
  const table = '<Table caption="Of $k$, as in [@one]">\n\n| a |\n| - |\n| b |\n\n</Table>';
  assert.deepEqual(await listJoined(table), ['∎,', 'in [1]']);
  const figure = '<Figure src="./a.png" alt="A">\n\nOf $k$, as in [@one].\n\n</Figure>';
  assert.deepEqual(await listJoined(figure), ['∎,', 'in [1].']);
});

test('what is wider than a phone is broken between its parts', async () => {
  assert.deepEqual(await listJoined(`It is ${'a'.repeat(24)} [@one]`), []);
  assert.deepEqual(await listJoined(`It is so [@one, ${'a'.repeat(24)}].`), []);
  assert.deepEqual(await listJoined('In the information [@one, Recommendation].'), [
    '[1, Recommendation].',
  ]);
});
