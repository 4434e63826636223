import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { CommandError } from '../../../src/cli/command-error.ts';
import { projectFolder } from '../../../src/cli/project.ts';
import {
  checkReplaceable,
  isPutAside,
  replaceFolder,
  restoreFolder,
} from '../../../src/cli/replace-folder.ts';

const scratch = mkdtempSync(join(tmpdir(), 'replace-'));
after(() => rmSync(scratch, { recursive: true }));

/**
 * Creates a folder with a site in `dist` and a new one in `fresh`, each of one page with its name.
 */
function buildFolders() {
  const folder = mkdtempSync(join(scratch, 'folder-'));
  for (const name of ['dist', 'fresh']) {
    mkdirSync(join(folder, name));
    writeFileSync(join(folder, name, 'index.html'), name);
  }
  return { folder, target: join(folder, 'dist'), fresh: join(folder, 'fresh') };
}

const read = (target: string) => readFileSync(join(target, 'index.html'), 'utf8');

const refuse = (code: string) => () => Promise.reject(Object.assign(new Error(code), { code }));

test('a folder takes the place of another, which is removed', async () => {
  const { folder, target, fresh } = buildFolders();
  await replaceFolder(fresh, target);
  assert.equal(read(target), 'fresh');
  assert.deepEqual(readdirSync(folder), ['dist']);
});

test('a folder takes a place where there is none yet, in folders that are not there either', async () => {
  const { folder, fresh } = buildFolders();
  await replaceFolder(fresh, join(folder, 'a/b/site'));
  assert.equal(read(join(folder, 'a/b/site')), 'fresh');
});

test('where folders cannot be exchanged in one step, they are in two', async () => {
  for (const code of ['ENOSYS', 'EINVAL', 'ENOTSUP']) {
    const { folder, target, fresh } = buildFolders();
    await replaceFolder(fresh, target, refuse(code));
    assert.equal(read(target), 'fresh');
    assert.deepEqual(readdirSync(folder), ['dist']);
  }
});

test('any other refusal leaves what is there', async () => {
  const { target, fresh } = buildFolders();
  await assert.rejects(replaceFolder(fresh, target, refuse('EBUSY')), { code: 'EBUSY' });
  assert.equal(read(target), 'dist');
});

/** Replaces a folder in a process that is killed right before the rename of this number, from 0. */
function killBeforeRename(number: number, { target, fresh }: ReturnType<typeof buildFolders>) {
  const code = `
    import fs from 'node:fs';
    import { syncBuiltinESMExports } from 'node:module';
    const rename = fs.renameSync;
    let count = 0;
    fs.renameSync = (...paths) => {
      if (count++ === ${number}) process.kill(process.pid, 'SIGKILL');
      rename(...paths);
    };
    syncBuiltinESMExports();
    const { replaceFolder } = await import('./src/cli/replace-folder.ts');
    const refuse = () => Promise.reject(Object.assign(new Error(), { code: 'ENOSYS' }));
    await replaceFolder(${JSON.stringify(fresh)}, ${JSON.stringify(target)}, refuse);`;
  const options = { cwd: projectFolder, encoding: 'utf8' } as const;
  return spawnSync(process.execPath, ['--input-type=module', '--eval', code], options);
}

for (const number of [0, 1])
  test(`a whole folder is there again after a kill before rename ${number} of two`, () => {
    const folders = buildFolders();
    const { signal, stderr } = killBeforeRename(number, folders);
    assert.equal(signal, 'SIGKILL', stderr);
    assert.equal(existsSync(folders.target), number === 0);
    assert.equal(isPutAside(folders.target), number === 1);
    assert.equal(restoreFolder(folders.target), number === 1);
    assert.equal(read(folders.target), 'dist');
    assert.equal(restoreFolder(folders.target), false);
  });

test('a link and a file are not replaced, and the message says what to do', () => {
  const { folder, target } = buildFolders();
  symlinkSync(target, join(folder, 'link'), 'junction');
  writeFileSync(join(folder, 'file'), '');
  for (const [name, message] of [
    ['link', /link is a link to .*dist\.[^]*Remove the link[^]*rsync -a --delete/],
    ['file', /file is a file, not a folder\. Move it away/],
  ] as const)
    assert.throws(
      () => checkReplaceable(join(folder, name)),
      (error: Error) => error instanceof CommandError && message.test(error.message),
    );
  checkReplaceable(target);
  checkReplaceable(join(folder, 'not/there/yet'));
});

/** Mounts a tmpfs, or a folder over itself. Returns whether this machine permits it. */
function mount(target: string, ...how: string[]): boolean {
  const isDone = spawnSync('mount', [...how, target]).status === 0;
  if (isDone) after(() => spawnSync('umount', [target]));
  return isDone;
}

for (const kind of ['another file system', 'the folder itself'])
  test(`a folder over which ${kind} is mounted is not replaced`, (context) => {
    const { target } = buildFolders();
    const how = kind === 'the folder itself' ? ['--bind', target] : ['-t', 'tmpfs', 'tmpfs'];
    if (!mount(target, ...how)) {
      context.skip('Nothing can be mounted here.');
      return;
    }
    assert.throws(() => checkReplaceable(target), /Something is mounted at .* --out/s);
  });

test('a folder of another file system takes the place of one', async (context) => {
  const { folder, target } = buildFolders();
  const other = join(folder, 'other');
  mkdirSync(other);
  if (!mount(other, '-t', 'tmpfs', 'tmpfs')) {
    context.skip('Nothing can be mounted here.');
    return;
  }
  mkdirSync(join(other, 'fresh'));
  writeFileSync(join(other, 'fresh/index.html'), 'fresh');
  await replaceFolder(join(other, 'fresh'), target);
  assert.equal(read(target), 'fresh');
  assert.deepEqual(readdirSync(folder).toSorted(), ['dist', 'fresh', 'other']);
});
