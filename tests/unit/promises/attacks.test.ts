import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { holdsTrace } from '../../promises/blind/identity.ts';
import { buildChance } from '../../promises/chance.ts';
import { checkWords } from '../../promises/command.ts';
import { writeFiles } from '../../promises/mutants/examine.ts';
import { mutations } from '../../promises/mutants/mutations.ts';
import { checkPage } from '../../promises/mutants/pages.ts';
import { buildMutant, loadSources } from '../../promises/mutants/sources.ts';
import { updatePage } from '../../promises/report.ts';
import { createFolder, removeFolder } from '../../promises/scratch.ts';
import { findSwap, watchSteps } from '../../promises/steps.ts';
import { checkContent } from '../../../src/cli/check.ts';
import { projectFolder } from '../../../src/cli/project.ts';

// An attack that can find nothing proves nothing: each of these must find a planted defect.

test('one seed makes one mutant, and another makes others', async () => {
  const sources = await loadSources();
  const make = (seed: number, index: number) => {
    const { file, bytes } = buildMutant(index, sources, buildChance(seed, index));
    return file + bytes.toString('latin1');
  };
  const first = Array.from({ length: 20 }, (_, index) => make(1, index));
  assert.deepEqual(
    Array.from({ length: 20 }, (_, index) => make(1, index)),
    first,
  );
  assert.ok(new Set([...first, ...Array.from({ length: 20 }, (_, n) => make(2, n))]).size > 35);
});

test('the sites to damage have no fault', async () => {
  for (const { name, files } of await loadSources()) {
    const root = createFolder(name);
    writeFiles(root, files);
    const { faults } = await checkContent(root);
    assert.deepEqual(faults, [], name);
    removeFolder(root);
  }
});

test('a file of any size can be damaged in every way', () => {
  for (const [name, mutate] of Object.entries(mutations))
    for (const text of ['', 'a', 'title: a\n\n$x$ <b c="d"> https://example.org/ 12 {e}\n'])
      for (let index = 0; index < 20; index += 1)
        assert.equal(typeof mutate(text, buildChance(1, index), ['other']), 'string', name);
});

const page = (title: string, body: string) =>
  `<!doctype html><html><body><main><h1>${title}</h1>${body}</main></body></html>`;
const source = '---\ntitle: A -- title\n---\n\nWords.\n';

test('a page that shows a mishap is told from one that does not', () => {
  assert.deepEqual(checkPage(page('A – title', '<p>Words.</p>'), source), []);
  const mishaps = ['undefined', 'NaN', '[object Object]', '$$x$$', '<b class="katex-error">x</b>'];
  for (const mishap of mishaps)
    assert.equal(checkPage(page('A – title', mishap), source).length, 1, mishap);
  assert.equal(checkPage(page('Another', ''), source).length, 1);
  assert.deepEqual(checkPage(page('A – title', '<code>undefined</code> NaN'), `${source}NaN`), []);
});

test('a trace of the author is found in each way of writing, and in nothing else', () => {
  const writings = [
    'QUENBY',
    'Zara\u00adthrost',
    'Zarathrost'.normalize('NFD'),
    '&#81;uenby',
    '%51uenby',
    'Quen<b>by</b>',
    '0000 0002 1825 0097',
  ];
  for (const text of writings) assert.ok(holdsTrace(Buffer.from(text)), text);
  assert.ok(holdsTrace(Buffer.from('by Quenby', 'utf16le')));
  assert.ok(!holdsTrace(Buffer.from('Queen by the sea, 0000-0002-1825-0098')));
});

test('a stack trace is no report', () => {
  assert.deepEqual(checkWords('content/site.yaml:1:1  malformed-yaml\n  at the end of it'), []);
  for (const output of ['', 'Error: x\n    at run (file:///a/b.ts:1:2)', 'found [object Object]'])
    assert.equal(checkWords(output).length, 1, output);
});

test('figures are written between their marks, and nothing of an attempt is taken for markup', () => {
  const before =
    '# A\n\n<!-- figures: written by “npm run promises” -->\nold\n<!-- end of figures -->\n\nB\n';
  const attack = {
    name: 'kills',
    promise: 'It stands',
    tried: 'builds',
    run: () => Promise.resolve(),
  };
  const failures = [{ attempt: 'a <script>', complaints: ['it | fails'] }];
  const tally = { attempts: 3, failures, skipped: [], figures: new Map() };
  const after = updatePage(before, [{ attack, tally, span: 90_000 }], 4);
  assert.match(
    after,
    /^# A\n.*Seed 4;.*\| 3 \| 1 \| 2 min \|.*a \\<script\\>: it \\\| fails.*\nB\n$/s,
  );
  assert.doesNotMatch(after, /old/);
  const other = { ...attack, name: 'other', tried: 'others' };
  const both = updatePage(after, [{ attack: other, tally, span: 1000 }], 4);
  assert.match(both, /\| 3 \| 1 \| 2 min \|\n.*others \(`other`\) \| 3 \| 1 \| 1 s \|/);
  assert.throws(() => updatePage('no marks', [], 1));
});

test('of all steps of a build those are found by which a site takes the place of another', () => {
  const texts = ['rm .cache/x', 'writeFile dist-x', 'rename dist to b', 'rename c to dist', 'rm b'];
  const steps = texts.map((text) => ({ text, nth: 0 }));
  assert.deepEqual(
    findSwap(steps).map(({ text }) => text),
    texts.slice(1),
  );
  assert.deepEqual(findSwap(steps.slice(0, 2)), []);
});

/** Renames `dist` as a command of the site does, while its steps are logged. */
function renameWatched(event: string) {
  const folder = join(projectFolder, '.cache/test');
  mkdirSync(folder, { recursive: true });
  const root = createFolder('steps', folder);
  mkdirSync(join(root, 'dist'));
  writeFileSync(join(root, 'package.json'), '{}');
  const { env } = watchSteps(root, { step: { text: 'rename dist to next', nth: 0 }, event });
  const code =
    "import { renameSync } from 'node:fs'; renameSync('dist', 'next'); console.log('done')";
  const args = ['--input-type=module', '--eval', code];
  const options = { cwd: root, env: { ...process.env, ...env }, encoding: 'utf8', detached: true };
  const { signal, stdout, stderr } = spawnSync(process.execPath, args, {
    ...options,
    encoding: 'utf8',
  });
  return { signal, stdout, stderr, isRenamed: existsSync(join(root, 'next')) };
}

test('a command ends before or behind a step, or the step fails', () => {
  const before = renameWatched('kill before');
  assert.equal(before.signal, 'SIGKILL', before.stderr);
  assert.equal(before.isRenamed, false);
  const behind = renameWatched('kill after');
  assert.equal(behind.signal, 'SIGKILL', behind.stderr);
  assert.equal(behind.isRenamed, true);
  const failing = renameWatched('EROFS');
  assert.match(failing.stderr, /EROFS/);
  assert.equal(failing.isRenamed, false);
});

test('another clock is that of a command, and of all that it starts', () => {
  const clock = pathToFileURL(join(projectFolder, 'tests/promises/clock.ts')).href;
  const print =
    'console.log(new Date().getUTCFullYear(), Date().includes("1999"), new Date(0).getTime())';
  const code = `${print}; require('node:child_process').spawnSync(process.execPath, ['--eval', \`${print}\`], { stdio: 'inherit' })`;
  const { stdout } = spawnSync(process.execPath, ['--eval', code], {
    encoding: 'utf8',
    env: {
      ...process.env,
      NODE_OPTIONS: `--import=${clock}`,
      CLOCK_STARTS: '1999-06-01T00:00:00Z',
    },
  });
  assert.equal(stdout, '1999 true 0\n1999 true 0\n');
});
