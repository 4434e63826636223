import assert from 'node:assert/strict';
import { test } from 'node:test';
import { render } from './rendered.ts';

const mark = '<span class="background-mark" lang="en">Background</span>';

test('each section of a background text is marked, outside of the name of its heading', async () => {
  const { html, facts } = await render('## One\n\nText.\n\n### Part\n\n## Two\n\nText.', {
    background: true,
  });
  const headings = html.match(/<div class="heading[^"]*">.*?<\/div>/g) ?? [];
  assert.deepEqual(
    headings.map((heading) => heading.includes(mark)),
    [true, false, true],
  );
  assert.equal(html.split(mark).length - 1, 2);
  assert.match(html, /<h2 id="one">One<\/h2>/);
  assert.deepEqual(
    facts.sections?.map(({ title }) => title),
    ['One', 'Two'],
  );
  assert.equal(JSON.stringify(facts.prose).includes('Background'), false);
});

test('a background text that begins without a heading is marked above it', async () => {
  const { html } = await render('Text.\n\n## One\n\nText.', { background: true });
  assert.match(html, /^<p class="background-mark" lang="en">Background<\/p>\s*<p>Text\.<\/p>/);
  assert.ok(html.includes(mark));
  assert.equal((await render('', { background: true })).html.trim(), '');
});

test('a background text that begins with a figure is marked above it', async () => {
  const { html } = await render('<OneLayerOneStep id="fig-a" />\n\n## One', { background: true });
  assert.match(html, /^<p class="background-mark"/);
});

test('a text that is not said to be background has no mark', async () => {
  for (const fields of [{}, { background: false }, { background: 'true' }]) {
    assert.ok(!(await render('Text.\n\n## One', fields)).html.includes('background-mark'));
  }
});
