import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { projectFolder } from '../../../src/cli/check.ts';

// In a folder of the system, no package is installed.
const folder = mkdtempSync(join(tmpdir(), 'run-'));
after(() => rmSync(folder, { recursive: true }));
copyFileSync(join(projectFolder, 'src/cli/run.mjs'), join(folder, 'run.mjs'));

function run(code: string): string {
  writeFileSync(join(folder, 'command.ts'), code);
  const { status, stderr } = spawnSync(process.execPath, ['run.mjs', 'command', '--odd'], {
    cwd: folder,
    encoding: 'utf8',
  });
  assert.equal(status, 1);
  return stderr;
}

for (const code of [
  "import '@playwright/test';\nexport const run = () => 0;",
  "export const run = () => import('@playwright/test');",
])
  test(`a command that lacks a package says how to install it: ${code.split('\n')[0]}`, () => {
    assert.equal(
      run(code),
      'The package @playwright/test is not installed. Run “npm ci”, which installs all as pinned.\n',
    );
  });

test('a command that is given what it does not know says where that is told', () => {
  const code =
    "import { parseArgs } from 'node:util';\nexport const run = (args) => parseArgs({ args });";
  assert.match(run(code), /^Unknown option '--odd'\. The commands .* stand in README\.md\.\n$/);
});

test('a fault of the program is told whole', () => {
  assert.match(run("import './missing.ts';"), /ERR_MODULE_NOT_FOUND/);
  assert.match(run("throw new Error('Oh.');"), /Error: Oh\.\n {4}at /);
});
