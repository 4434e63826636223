import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { projectFolder } from '../../src/cli/project.ts';
import { addCode } from '../support/project.ts';

// Below the project, where Vite finds packages by their real paths.
const cache = join(projectFolder, '.cache');
mkdirSync(cache, { recursive: true });
const scratch = mkdtempSync(join(cache, 'originals-'));
after(() => rmSync(scratch, { recursive: true }));

const base = join(projectFolder, 'tests/fixtures/faults/base/content');

/** Creates a project, and the author's originals beside it. `link` links its content to them. */
function buildProject(link: (originals: string, content: string) => void) {
  const folder = mkdtempSync(join(scratch, 'folder-'));
  const [root, originals] = [join(folder, 'project'), join(folder, 'originals')];
  addCode(root);
  cpSync(base, originals, { recursive: true });
  writeFileSync(join(originals, 'foreign.txt'), 'A line of a foreign file.');
  link(originals, join(root, 'content'));
  return { root, originals };
}

const readAll = (folder: string) =>
  globSync('**/*', { cwd: folder, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => [name, readFileSync(join(parentPath, name), 'base64')]);

/** Runs a command to its end, or until `until` is printed. Returns its code and output. */
async function run(root: string, args: string[], until?: string) {
  const child = spawn(process.execPath, ['src/cli/run.mjs', ...args], { cwd: root });
  let text = '';
  let isEnded = false;
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (data: Buffer) => {
      text += String(data);
      if (isEnded || until === undefined || !text.includes(until)) return;
      isEnded = true;
      child.kill('SIGINT');
    });
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, text };
}

/** Every command that reads content, and the output after which it is interrupted, as by Ctrl-C. */
const commands: [args: string[], until?: string][] = [
  [['check']],
  [['doctor']],
  [['build']],
  [['build', '--anonymous']],
  [['pdf']],
  [['start'], 'The site is at'],
  [['dev'], 'The site is at'],
];

test('no command changes a file of a content folder that is linked into the project', async () => {
  const { root, originals } = buildProject((folder, content) =>
    symlinkSync(folder, content, 'junction'),
  );
  rmSync(join(originals, 'foreign.txt'));
  const before = readAll(originals);
  for (const [args, until] of commands) {
    const { code, text } = await run(root, args, until);
    assert.equal(code, 0, `${args.join(' ')}: ${text}`);
    assert.deepEqual(readAll(originals), before, args.join(' '));
  }
  assert.ok(existsSync(join(root, 'dist-anonymous/index.html')));
});

test('no command reads or changes a file that a link in the content leads out to', async () => {
  const { root, originals } = buildProject((folder, content) => {
    cpSync(base, content, { recursive: true });
    for (const name of ['references.bib', 'threads/probe.mdx'])
      renameSync(join(content, name), join(content, `${name}.bak~`));
    symlinkSync(join(folder, 'references.bib'), join(content, 'references.bib'));
    symlinkSync(join(folder, 'foreign.txt'), join(content, 'threads/probe.mdx'));
  });
  const before = readAll(originals);
  for (const [args, until] of commands.filter(([[name]]) => name !== 'dev')) {
    const { code, text } = await run(root, args, until);
    assert.equal(code, 1, `${args.join(' ')}: ${text}`);
    assert.deepEqual(readAll(originals), before, args.join(' '));
    assert.doesNotMatch(text, /A line of a foreign file/);
    if (args[0] === 'doctor') continue;
    for (const name of ['references.bib', 'threads/probe.mdx'])
      assert.match(
        text,
        new RegExp(`^content/${name}:1:1 {2}foreign-file\\n {2}found {5}a link to /`, 'm'),
      );
  }
  assert.ok(!existsSync(join(root, 'dist')));
});
