import assert from 'node:assert/strict';
import { test } from 'node:test';
import { unified } from '@astrojs/markdown-remark';
import { checkBody } from '../../../src/loaders/body/check.ts';
import { buildMarkdown } from '../../../src/markdown/index.ts';

const markdown = unified(
  buildMarkdown({
    macros: () => ({}),
    base: '/',
    readFields: () => ({}),
    references: () => new Map(),
    findFile: () => undefined,
    language: () => 'en',
    findEntry: () => undefined,
  }),
);
const shared = { syntaxHighlight: false, shikiConfig: {}, gfm: true, smartypants: true } as const;
const renderer = await markdown.createMdxRenderer?.(shared, {
  optimize: true,
  srcDir: new URL('file:///project/src/'),
  sourcemap: false,
});

/** Compiles a body as every command of Astro does, with or without the check. */
async function compile(body: string): Promise<string> {
  assert.ok(renderer);
  return (await renderer.process(body, '/project/probe.mdx', {})).code;
}

const forbidden = [
  'import fs from "node:fs"',
  'export const x = 1;',
  'export default function Layout() {}',
  'export const components = {}',
  'export { x } from "./x.js"',
  '{process.exit()}',
  'Words {globalThis} and more.',
  '{/* a */ x}',
  '<b {...props}>x</b>',
  '<b title={x}>x</b>',
  '<b title={"x"}>x</b>',
  '<Aside title={import("node:fs")}>x</Aside>',
  '<Aside {...props}>x</Aside>',
  '<OneLayerOneStep set:html="<script>" id="fig-a" />',
  '<OneLayerOneStep client:load id="fig-a" />',
  '<Fragment set:html="<script></script>" />',
  '<props.evil />',
  '<script>alert(1)</script>',
  '<style>a</style>',
  '<img src="x" onerror="alert(1)" />',
  '<img src={import("fs")} />',
  '<a href="javascript:alert(1)">x</a>',
  '<iframe srcdoc="x" />',
  '<form action="x"></form>',
  '<svg xlink:href="x" />',
  '<video poster="x" />',
  '<object data="x" />',
  '<meta http-equiv="refresh" />',
  '<b onclick="x">x</b>',
  '<b style="position:fixed">x</b>',
  '<b class="x">x</b>',
  '<b id="x">x</b>',
  '<b target="x">x</b>',
  '<b ping="x">x</b>',
  '<b background="x">x</b>',
  '<b longdesc="x">x</b>',
  '<b srcset="x">x</b>',
  '<b formaction="x">x</b>',
  '<b cite="https://example.org/">x</b>',
  '<q cite="javascript:alert(1)">x</q>',
  '<q cite="&#106;avascript:alert(1)">x</q>',
  '<q cite="java&Tab;script:alert(1)">x</q>',
  '<q cite="/papers/">x</q>',
  '[x](javascript:alert(1))',
  '[x](JAVASCRIPT:alert(1))',
  '[x](java&NewLine;script:alert(1))',
  '[x](vbscript:x)',
  '[x](data:text/html,x)',
  '[x][y]\n\n[y]: javascript:alert(1)',
];

for (const body of forbidden)
  test(`neither the check nor the compiler lets pass: ${body}`, async () => {
    const text = `Words.\n\n${body}\n`;
    const rules = checkBody('/', 'probe.mdx', text, {}).faults.map(({ rule }) => rule);
    assert.notDeepEqual(rules, []);
    await assert.rejects(
      compile(text),
      /^(?:\[.*?\] )?.*\/project\/probe\.mdx:[35]:\d+: “.+” cannot/s,
    );
  });

test('what authors may write is compiled', async () => {
  const code = await compile(`
## A *heading* with $x$ {/* a remark */}

{/* a remark */}

H<sub>2</sub>O <kbd title="x" lang="en" dir="ltr">K</kbd> <q cite="https://example.org/">x</q>
<time datetime="2026">now</time> [a](https://example.org) [b](/papers/) [c](#x) [d](mailto:a@b.org)

<details open>
<summary>More</summary>

Words.

</details>

<Aside title="A title">

Words.

</Aside>
`);
  assert.match(code, /MDXContent/);
});
