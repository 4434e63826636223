import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { EntryBody } from '../../../src/metadata/entry-content.ts';
import { listFigureFiles } from '../../../src/metadata/figure-files.ts';
import { buildPaper, buildThread, buildView } from '../model/specimen.ts';

const buildFigure = (id: string) =>
  `<div class="passage"><div id="${id}" class="interactive"><p class="interactive-title">Loss</p><figure>` +
  '<div class="panel"><p class="panel-title">A</p><svg viewBox="0 0 340 100" aria-label="A"></svg></div>' +
  '<p class="interactive-summary">.</p><figcaption class="caption">Figure 1.</figcaption></figure></div></div>';

const view = buildView(
  { language: 'de' },
  [buildThread('probe', { accent: 'viridian' }), buildThread('plain')],
  [buildPaper('titan')],
);
const bodies = new Map<string, EntryBody>([
  [
    '/portfolio/research/probe/',
    { html: buildFigure('fig-a') + buildFigure('fig-b'), references: [] },
  ],
  ['/portfolio/research/plain/', { html: '<p>Words</p>', references: [] }],
  ['/portfolio/papers/titan/', { html: buildFigure('fig-a'), references: [] }],
]);
const look = {
  rules: [{ selector: 'p', declarations: [['fill', 'var(--color-accent)'] as [string, string]] }],
  palettes: {
    light: { ink: '#000000', viridian: '#00aa00' },
    dark: { ink: '#ffffff', viridian: '#88ff88' },
  },
};

test('each figure has its file beside its page, in the hue of that page and its language', () => {
  const files = listFigureFiles(view, bodies, look, undefined);
  const colours = files.map(({ svg }) =>
    Array.from(svg.matchAll(/p\{fill:(.*)\}/g), ([, hue]) => hue),
  );
  assert.deepEqual(
    files.map(({ path }, index) => [path, ...(colours[index] ?? [])]),
    [
      ['/portfolio/research/probe/fig-a.svg', '#00aa00', '#88ff88'],
      ['/portfolio/research/probe/fig-b.svg', '#00aa00', '#88ff88'],
      ['/portfolio/papers/titan/fig-a.svg', '#000000', '#ffffff'],
    ],
  );
  assert.ok(files.every(({ svg }) => svg.includes(' xml:lang="de" ')));
});

test('a picture says its address where that of the site is known', () => {
  const read = (origin?: string) =>
    listFigureFiles(view, bodies, look, origin).map(({ svg }) =>
      [...svg.matchAll(/>([^<]*)<\/text>/g)]
        .slice(2)
        .map(([, line]) => line)
        .join(''),
    );
  assert.deepEqual(read('https://a.org'), [
    'Figure 1.https://a.org/portfolio/research/probe/#fig-a',
    'Figure 1.https://a.org/portfolio/research/probe/#fig-b',
    'Figure 1.https://a.org/portfolio/papers/titan/#fig-a',
  ]);
  assert.deepEqual(read(), ['Figure 1.', 'Figure 1.', 'Figure 1.']);
});
