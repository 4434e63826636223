import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildOwnGlyph } from '../../../../src/loaders/images/glyph.ts';

const build = (content: string, attributes = 'viewBox="0 0 8 8"') =>
  buildOwnGlyph(
    Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${content}</svg>`),
  );

test('a drawing of one colour takes that of the text', () => {
  assert.equal(
    build('<title>A</title><g id="a"><path d="M0 0h8" stroke="#000" fill="none"/></g>').svg,
    '<svg fill="currentColor" viewBox="0 0 8 8"><g><path d="M0 0h8" stroke="currentColor" fill="none"/></g></svg>',
  );
  assert.match(
    build('<path d="M0 0h8z" style="fill:red"/>').svg ?? '',
    /style="fill:currentColor"/,
  );
  assert.match(
    build('<path d="M0 0h8z"/>', 'viewBox="0 0 8 8" fill="none"').svg ?? '',
    /fill="none"/,
  );
});

test('a drawing of several colours keeps them', () => {
  const svg = build('<path d="M0 0h8z" fill="#b43"/><path d="M0 4h8z" fill="#048"/>').svg ?? '';
  assert.match(svg, /fill="#b43".*fill="#048"/);
});

test('a drawing loses what a page must not have, and is refused if it has more than shapes', () => {
  assert.doesNotMatch(build('<script>alert(1)</script><path d="M0 0h8z"/>').svg ?? '', /script/);
  for (const content of [
    '<text y="5">A</text>',
    '<style>path{fill:red}</style>',
    '<use href="#a"/>',
  ])
    assert.equal(build(content).defect?.rule, 'bad-image', content);
  assert.equal(build('<path d="M0 0h8z" fill="url(#a)"/>').defect?.rule, 'bad-image');
  assert.equal(build('<path d="M0 0h8z"/>', 'width="8" height="8"').defect?.rule, 'bad-image');
});

test('a heavy drawing is refused, with its bytes', () => {
  const { defect } = build(`<path d="M0 0${'h1'.repeat(1000)}"/>`);
  assert.equal(defect?.rule, 'too-large');
  assert.match(defect.expected, /2000 bytes.*has 20\d\d/);
});
