import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cpSync, existsSync, globSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { projectFolder } from '../../src/cli/project.ts';
import { rootBuild } from '../support/builds.ts';

const code = ['astro.config.mjs', 'package.json', 'tsconfig.json', 'src'];
const content = 'tests/fixtures/original/content';

/** Other machines: the project's folder, time zone and language. */
const machines = [
  { folder: 'site', TZ: 'Pacific/Kiritimati', LC_ALL: 'en_GB.UTF-8' },
  { folder: 'Zweites Verzeichnis/ü', TZ: 'America/St_Johns', LC_ALL: 'tr_TR.UTF-8' },
];

/** Returns the files of two folders that differ or exist in only one. */
function listDifferent(one: string, other: string): string[] {
  const names = [one, other].flatMap((cwd) =>
    globSync(['**/*.*', '_headers', '_redirects'], { cwd }),
  );
  const read = (folder: string, name: string) =>
    existsSync(join(folder, name)) ? readFileSync(join(folder, name), 'base64') : undefined;
  return names.filter((name) => read(one, name) !== read(other, name));
}

for (const { folder, TZ, LC_ALL } of machines)
  test(`the site is the same bytes when built in “${folder}” under ${TZ} and ${LC_ALL}`, async () => {
    // Below the project, so that packages are found; with its own, empty cache.
    const project = join(projectFolder, '.cache/test/copies', folder);
    rmSync(project, { recursive: true, force: true });
    for (const name of code)
      cpSync(join(projectFolder, name), join(project, name), { recursive: true });
    cpSync(join(projectFolder, content), join(project, 'content'), { recursive: true });
    await promisify(execFile)(process.execPath, ['src/cli/run.mjs', 'build', '--address', '/'], {
      cwd: project,
      env: { ...process.env, TZ, LC_ALL },
    });
    assert.deepEqual(listDifferent(join(project, 'dist'), rootBuild.folder), []);
  });
