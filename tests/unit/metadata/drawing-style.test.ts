import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { formatDrawingStyle, readDrawingRules } from '../../../src/metadata/drawing-style.ts';
import { readPalettes } from '../../../src/metadata/palette.ts';

const palettes = {
  light: { ink: '#111111', red: '#aa0000' },
  dark: { ink: '#eeeeee', red: '#ff8888' },
};

const styles = `
  @font-face { font-family: 'A'; src: url('a.woff2') format('woff2'); }
  @layer components {
    .interactive svg + p { color: var(--color-ink); }
    @media (forced-colors: active) {
      .interactive svg { --color-ink: CanvasText; }
    }
    /* .interactive svg { fill: url(#a) } */
    .interactive svg {
      display: block;
      width: 100%;
      height: auto;
      fill: none;
      font: 12px var(--font-label);

      /* Letters. */
      text { fill: var(--color-ink) }

      .axis-name,
      .quiet {
        stroke-width: 2px;
        fill: var(--color-accent);
      }
    }
  }`;

test('the rules of drawings are read, without those that place them in a page', () => {
  assert.deepEqual(
    readDrawingRules(styles).map(({ selector, declarations }) => ({ selector, declarations })),
    [
      {
        selector: 'svg',
        declarations: [
          ['fill', 'none'],
          ['font', '12px var(--font-label)'],
        ],
      },
      { selector: 'text', declarations: [['fill', 'var(--color-ink)']] },
      {
        selector: '.axis-name, .quiet',
        declarations: [
          ['stroke-width', '2px'],
          ['fill', 'var(--color-accent)'],
        ],
      },
    ],
  );
  assert.throws(
    () => readDrawingRules('@layer components { .interactive { fill: none } }'),
    /no rules/,
  );
});

test('each colour stands for its name, by day and where a reader prefers it by night', () => {
  assert.equal(
    formatDrawingStyle(readDrawingRules(styles), palettes, 'red'),
    `svg{fill:none;font:12px 'Geist Mono', ui-monospace, monospace}
text{fill:#111111}
.axis-name, .quiet{stroke-width:2px;fill:#aa0000}
@media (prefers-color-scheme:dark){
text{fill:#eeeeee}
.axis-name, .quiet{fill:#ff8888}
}
`,
  );
  assert.match(formatDrawingStyle(readDrawingRules(styles), palettes), /2px;fill:#111111/);
  const strange = [{ selector: 'text', declarations: [['fill', 'var(--color-blue)']] }];
  assert.throws(() => formatDrawingStyle(strange as [], palettes), /no colour “blue”/);
});

test('in the style sheet of the site every class of a drawing has its rule, and no name is left', () => {
  const folder = join(import.meta.dirname, '../../../src');
  const read = (name: string) => readFileSync(join(folder, name), 'utf8');
  const rules = readDrawingRules(read('figures/frame/drawing.css'));
  const selectors = rules.flatMap(({ selector }) => selector.split(', '));
  for (const name of ['svg', 'text', '.hairline', '.quiet', '.fill-accent', '.stroke-6', '.fill-6'])
    assert.ok(selectors.includes(name), name);
  const style = formatDrawingStyle(rules, readPalettes(read('styles/theme.css')), 'violet');
  assert.doesNotMatch(style, /var\(|--|undefined|[<&]/);
  assert.ok(
    style.includes('.fill-accent{fill:#7a2f9e}') && style.includes('.fill-4{fill:#d59bf2}'),
  );
});
