import assert from 'node:assert/strict';
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { projectFolder } from '../../../src/cli/project.ts';

const scratch = mkdtempSync(join(tmpdir(), 'lock-'));
after(() => rmSync(scratch, { recursive: true }));

/** Creates a project with only the lock module. */
function buildProject(): string {
  const root = mkdtempSync(join(scratch, 'project-'));
  mkdirSync(join(root, 'src'));
  cpSync(join(projectFolder, 'src/cli'), join(root, 'src/cli'), { recursive: true });
  symlinkSync(join(projectFolder, 'node_modules'), join(root, 'node_modules'), 'junction');
  return root;
}

const hold = (work: string) =>
  `import { withLock } from './src/cli/lock.ts';
   await withLock('build', 'npm run build', async () => { ${work} });`;

const evaluate = ['--input-type=module', '--eval'];

/** Starts a process that holds the lock until it is killed. */
async function startHolder(root: string): Promise<ChildProcess> {
  const code = hold("console.log('held'); await new Promise(() => setInterval(() => 0, 1000));");
  const child = spawn(process.execPath, [...evaluate, code], { cwd: root });
  await once(child.stdout, 'data');
  return child;
}

async function stop(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL');
  await once(child, 'exit');
}

test('a second process says who holds the lock and since when, and goes on when it is free', async () => {
  const root = buildProject();
  const holder = await startHolder(root);
  const second = spawn(process.execPath, [...evaluate, hold("console.log('mine')")], { cwd: root });
  const [told] = (await once(second.stderr, 'data')) as [Buffer];
  const since = String.raw`since \d{4}-\d\d-\d\d \d\d:\d\d:\d\d`;
  assert.match(
    String(told),
    new RegExp(
      `^Waiting for “npm run build” \\(process ${holder.pid}, ${since}\\), which is running`,
    ),
  );
  assert.equal(second.exitCode, null);
  const finished = once(second.stdout, 'data');
  await stop(holder);
  assert.equal(String((await finished)[0]), 'mine\n');
});

test('a process that was killed holds nothing, and is told of once', async () => {
  const root = buildProject();
  const holder = await startHolder(root);
  await stop(holder);
  const run = () =>
    spawnSync(process.execPath, [...evaluate, hold('')], { cwd: root, encoding: 'utf8' });
  const first = run();
  assert.equal(first.status, 0, first.stderr);
  assert.match(first.stderr, /^“npm run build” \(process \d+, .*\) was interrupted/);
  assert.equal(run().stderr, '');
});

test('work that fails leaves nothing behind', () => {
  const root = buildProject();
  const code = hold("throw new Error('Oh.')");
  const { stderr } = spawnSync(process.execPath, [...evaluate, code], {
    cwd: root,
    encoding: 'utf8',
  });
  assert.match(stderr, /Oh\./);
  assert.ok(!existsSync(join(root, '.cache/locks/build.json')));
});

test('nothing is written through a link in the place of .cache', () => {
  const root = buildProject();
  symlinkSync(scratch, join(root, '.cache'), 'junction');
  const { stderr } = spawnSync(process.execPath, [...evaluate, hold('')], {
    cwd: root,
    encoding: 'utf8',
  });
  assert.match(stderr, /\.cache is a link, and commands do not write through links\./);
});
