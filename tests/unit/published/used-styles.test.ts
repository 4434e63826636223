import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { projectFolder } from '../../../src/cli/project.ts';
import { parsePage } from '../../../src/published/page.ts';
import { finishPage } from '../../../src/published/finished-html.ts';
import { removeUnusedRules } from '../../../src/published/used-styles.ts';

const classes = ['.select', '.page', '.md:flex', '.a'];
const names = new Set(['pre', ...classes, '[dir=ltr]', '[data-accent=violet]']);

const rules: [what: string, css: string, left: string][] = [
  ['a class of the page stays', '.page{top:0}', '.page{top:0}'],
  ['another goes', '.other{top:0}p{top:0}', 'p{top:0}'],
  ['a name with an escape is read', '.md\\:flex{top:0}.md\\:grid{top:0}', '.md\\:flex{top:0}'],
  ['a list keeps its used selectors', '.a,.b,p{top:0}', '.a,p{top:0}'],
  ['all classes of a selector are needed', '.a .b{top:0}.a.page{top:0}', '.a.page{top:0}'],
  ['alternatives stay', ':is(.b,.a){top:0}:not(.b){top:0}', ':is(.b,.a){top:0}:not(.b){top:0}'],
  ['a nested rule goes alone', '.a{top:0;& .b{top:0}}', '.a{top:0}'],
  ['a rule without declarations goes with its nested rules', '.a{& .b{top:0}}', ''],
  [
    'an empty group goes, an order of layers stays',
    '@layer a,b;@media print{.b{top:0}}p{top:0}',
    '@layer a,b;p{top:0}',
  ],
  [
    'other faces, keyframes and properties stay',
    '@font-face{src:x}@property --a{inherits:false}',
    '@font-face{src:x}@property --a{inherits:false}',
  ],
  [
    'a direction and a hue are names',
    ':root[dir=rtl] a{top:0}[data-accent="violet"]{top:0}',
    '[data-accent="violet"]{top:0}',
  ],
  ['a number is no class', 'p{width:.5em}', 'p{width:.5em}'],
  [
    'an element of the page stays',
    'p>pre{top:0}table,pre:after{top:0}',
    'p>pre{top:0}pre:after{top:0}',
  ],
  ['an element is a whole word', '.a hr-b,hrefs{top:0}', '.a hr-b,hrefs{top:0}'],
  ['a class may be named as a control', '.select{top:0}', '.select{top:0}'],
  [
    'controls that no page has go',
    'input,textarea,::file-selector-button,.a select{top:0}',
    'input{top:0}',
  ],
];

for (const [what, css, left] of rules)
  test(what, () => {
    assert.equal(removeUnusedRules(css, names), left);
  });

test('parentheses in the name of a class are part of it', () => {
  const css = String.raw`.cols-\[9rem_minmax\(0\,1fr\)\]:is(.a,.b){top:0}`;
  assert.equal(removeUnusedRules(css, new Set(['.cols-[9rem_minmax(0,1fr)]'])), css);
  assert.equal(removeUnusedRules(css, new Set(['.cols-[9rem_minmax]'])), '');
});

test('a style sheet is shortened for each page', () => {
  const css = '.a{top:0}.b{top:0}';
  const left = [['.a'], ['.b', '.c'], [], ['.a']].map((own) =>
    removeUnusedRules(css, new Set(own)),
  );
  assert.deepEqual(left, ['.a{top:0}', '.b{top:0}', '', '.a{top:0}']);
});

const build = (script: string) =>
  finishPage(
    parsePage(
      '/',
      `<!doctype html><html dir="ltr"><head><meta charset="utf-8"><style>.a{top:0}.b{top:0}</style>${script}</head><body class="a"></body></html>`,
    ),
    'a.html',
    'one.className = "b"',
  );

test('the policy of a page has the hash of its shortened styles', () => {
  const short = build('');
  assert.match(short, /<style>\.a\{top:0\}<\/style>/);
  const [policy] = /style-src[^;]*/.exec(short) ?? [];
  const [whole] = /style-src[^;]*/.exec(build('<script type="module" src="/a.js"></script>')) ?? [];
  assert.notEqual(policy, whole);
});

test('a page with scripts keeps the styles of what they may add', () => {
  const css =
    '.a{top:0}.b{top:0}.stroke-one{top:0}.other select{top:0}select{top:0}[dir=rtl] i{top:0}' +
    'textarea{top:0}::-webkit-datetime-edit{top:0}';
  const scripts = 'one.className = `b stroke-${hue}`';
  assert.equal(
    removeUnusedRules(css, new Set(['.a']), scripts),
    '.a{top:0}.b{top:0}.stroke-one{top:0}select{top:0}[dir=rtl] i{top:0}',
  );
  assert.equal(removeUnusedRules(css, new Set(['.a'])), '.a{top:0}');
});

test('a page with a script file keeps its styles', () => {
  assert.match(build('<script type="module" src="/a.js"></script>'), /<style>\.a\{top:0\}\.b/);
});

test('no script adds an element whose styles stay only where a page has it', () => {
  const cwd = join(projectFolder, 'src/client');
  const files = globSync('**/*.ts', { cwd });
  const added =
    /(?:(?<!\w)<|createElement\(')(?:abbr|audio|embed|hr|iframe|img|object|optgroup|pre|progress|samp|table|textarea|video)\b/;
  assert.ok(files.length > 20);
  for (const file of files) assert.doesNotMatch(readFileSync(join(cwd, file), 'utf8'), added, file);
});

test('no source has a control whose parts no page has', () => {
  const cwd = join(projectFolder, 'src');
  const files = globSync('**/*.{astro,ts}', { cwd });
  assert.ok(files.length > 100);
  for (const file of files)
    assert.doesNotMatch(readFileSync(join(cwd, file), 'utf8'), /type="(?:file|date|number)/, file);
});
