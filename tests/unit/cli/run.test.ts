import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { projectFolder } from '../../../src/cli/project.ts';
import { addCode } from '../../support/project.ts';

// A temporary folder has no packages.
const folder = mkdtempSync(join(tmpdir(), 'run-'));
after(() => rmSync(folder, { recursive: true }));
copyFileSync(join(projectFolder, 'src/cli/run.mjs'), join(folder, 'run.mjs'));

function run(code: string): string {
  writeFileSync(join(folder, 'program.ts'), code);
  const { status, stderr } = spawnSync(process.execPath, ['run.mjs', 'command'], {
    cwd: folder,
    encoding: 'utf8',
  });
  assert.equal(status, 1);
  return stderr;
}

for (const code of [
  "import '@playwright/test';\nexport const runProgram = () => 0;",
  "export const runProgram = () => import('@playwright/test');",
])
  test(`a command that lacks a package says how to install it: ${code.split('\n')[0]}`, () => {
    assert.equal(
      run(code),
      'The package @playwright/test is not installed. Run “npm ci”, which installs the pinned packages.\n',
    );
  });

test('a fault of the program is told whole', () => {
  assert.match(run("import './missing.ts';"), /ERR_MODULE_NOT_FOUND/);
  assert.match(run("throw new Error('Oh.');"), /Error: Oh\.\n {4}at /);
});

test('in a folder where Astro finds no file, every command says so', () => {
  const root = join(folder, 'a#b');
  mkdirSync(root);
  addCode(root);
  const args = ['src/cli/run.mjs', 'check'];
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
  assert.equal(status, 1);
  assert.match(stderr, /^Astro does not support a path with “#”: .*a#b\nMove the project/);
});
