import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatFigureFile } from '../../../src/published/figure-file.ts';
import { listFigures, parsePage } from '../../../src/published/page.ts';

const panel = (title: string, height: number, svg: string) =>
  `<div class="panel"><p class="panel-title">${title}</p>` +
  `<svg class="wide" viewBox="0 0 340 ${height}" role="img" aria-label="&quot;${title}&quot;">${svg}</svg><svg class="narrow"></svg></div>`;

const math =
  '<span class="katex"><span class="katex-mathml"><math><semantics><mi>x</mi>' +
  '<annotation encoding="application/x-tex">x_1 = \\gamma^n</annotation></semantics></math></span>' +
  '<span class="katex-html" aria-hidden="true">x1</span></span>';

const work = { key: 'a', number: '1', id: 'ref-a', bracketed: 'Ada, 1843' };
const around = { style: 'text{fill:#000}\n', language: 'en', works: [work] };

/** The picture of a figure with these panels and this caption. */
function format(panels: string, caption = 'Figure 1.', more: object = {}): string {
  const html =
    '<div class="passage"><div id="fig-a" class="interactive"><h3 class="interactive-title">Loss &amp; <i>time</i></h3>' +
    '<fieldset class="interactive-controls"><p>No words of the picture</p></fieldset>' +
    `<figure><div class="panels">${panels}</div><p class="interactive-summary">Of 10<sup>−13</sup>.</p>` +
    `<figcaption class="caption">${caption}</figcaption></figure></div></div>`;
  const [figure] = listFigures(parsePage('/', html));
  assert.ok(figure);
  return formatFigureFile(figure, { ...around, ...more });
}

const serif = 'font-family="Newsreader, Georgia, serif"';
const mono = `font-family="'Geist Mono', ui-monospace, monospace"`;
const xmlns = 'xmlns="http://www.w3.org/2000/svg"';

/** The caption of a picture, its lines as one. */
const readCaption = (svg: string) =>
  Array.from(svg.matchAll(/font-size="12" font-weight="400">([^]*?)<\/text>/g), ([, line = '']) =>
    line.replace(/<[^>]*>/g, ''),
  ).join(' ');

test('a figure is a file with its title, its panels as they are on its page, and its caption', () => {
  const path = '<path class="curve" d="M0 0"></path><text x="1">a &lt; b</text>';
  const address = 'https://ada.example/research/notes/#fig-a';
  assert.equal(
    format(
      panel('One', 200, path) + panel('Two', 100, '<svg viewBox="0 0 1 1"></svg>'),
      'Figure 1.',
      { address },
    ),
    '<?xml version="1.0" encoding="utf-8"?>\n' +
      `<svg ${xmlns} xml:lang="en" width="752" height="350" viewBox="0 0 752 350">` +
      '<title>Loss &amp; time</title><desc>Of 10⁻¹³.</desc><style>\ntext{fill:#000}\n</style>' +
      '<rect class="fill-paper" width="752" height="350"/>' +
      `<text x="24" y="46" ${serif} font-size="22" font-weight="400">Loss &amp; time</text>` +
      `<text x="24" y="78" ${mono} font-size="12" font-weight="500">One</text>` +
      `<text x="388" y="78" ${mono} font-size="12" font-weight="500">Two</text>` +
      `<text x="24" y="326" ${serif} font-size="12" font-weight="400">Figure 1. ${address}</text>` +
      '<svg x="24" y="90" width="340" height="200" viewBox="0 0 340 200" role="img" aria-label="&quot;One&quot;">' +
      '<path class="curve" d="M0 0" /><text x="1">a &#x3C; b</text></svg>' +
      '<svg x="388" y="90" width="340" height="100" viewBox="0 0 340 100" role="img" aria-label="&quot;Two&quot;">' +
      '<svg viewBox="0 0 1 1" /></svg></svg>\n',
  );
});

test('what a caption refers to on its page is said in words, and a formula once', () => {
  const cite =
    '<span class="cites"><a href="#ref-a" class="cite">[1, §3</a>; <a href="#ref-b">2]</a></span>';
  const svg = format(
    panel('One', 100, ''),
    `<strong>Figure 1.</strong>\n Of ${math}<button>Copy</button>, as ${cite}.`,
  );
  assert.equal(readCaption(svg), 'Figure 1. Of x1 = γn, as (Ada, 1843, §3; 2).');
});

test('a long caption is set in lines, and the picture is as high as they need', () => {
  const heights = [1, 40].map((count) => {
    const svg = format(panel('One', 100, ''), 'word '.repeat(count));
    assert.equal(readCaption(svg), 'word '.repeat(count).trim());
    return Number(/ height="(\d+)"/.exec(svg)?.[1]);
  });
  // 51 letters fit into a line of one panel, which are ten words and the blanks between them.
  assert.equal((heights[1] ?? NaN) - (heights[0] ?? NaN), 3 * 16);
});

test('what no file of XML may hold is left out', () => {
  assert.ok(readCaption(format(panel('One', 100, ''), 'a\u0008b ]]&gt;')).endsWith('ab ]]&gt;'));
});

test('a figure without one of its parts is a mistake', () => {
  assert.throws(
    () => format('<div class="panel"><p class="panel-title">One</p></div>'),
    /not there/,
  );
});
