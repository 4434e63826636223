import assert from 'node:assert/strict';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { projectFolder } from '../../../src/cli/project.ts';
import { fetchBrowser } from '../../../src/pdf/npm-browser.ts';

const pinned = join(projectFolder, 'src/pdf/chromium');
const folder = mkdtempSync(join(tmpdir(), 'browser-'));
after(() => rmSync(folder, { recursive: true }));

interface Lock {
  packages: Record<string, { integrity?: string; dependencies?: object }>;
}

const lock = JSON.parse(readFileSync(join(pinned, 'package-lock.json'), 'utf8')) as Lock;
const { dependencies } = JSON.parse(readFileSync(join(pinned, 'package.json'), 'utf8')) as {
  dependencies: Record<string, string>;
};

test('the browser from npm and all that it needs are pinned with their digests', () => {
  const { '': root, ...packages } = lock.packages;
  assert.deepEqual(root?.dependencies, dependencies);
  assert.match(dependencies['@sparticuz/chromium'] ?? '', /^\d+\.\d+\.\d+$/);
  assert.ok(packages['node_modules/@sparticuz/chromium']);
  for (const [name, { integrity }] of Object.entries(packages))
    assert.match(integrity ?? '', /^sha512-[\w+/]{86}==$/, name);
});

test(
  'the browser is installed from that lockfile alone, and nothing is left of one that fails',
  { skip: (process.platform !== 'linux' || process.arch !== 'x64') && 'it is for Linux on x64' },
  (context) => {
    context.mock.method(console, 'log', () => undefined);
    // A substitute for npm: records its arguments, and fails like npm on a wrong digest.
    const npm = join(folder, 'npm');
    writeFileSync(
      npm,
      `#!/bin/sh\necho "$@" > '${folder}/told'\ncat "$3/package-lock.json" > '${folder}/lock'\necho EINTEGRITY >&2\nexit 1\n`,
    );
    chmodSync(npm, 0o755);
    const { PATH } = process.env;
    process.env.PATH = `${folder}:${PATH}`;
    try {
      const cache = join(folder, 'cache');
      assert.throws(() => fetchBrowser(cache), /^Error: No browser was found[^]*EINTEGRITY/);
      const [version = ''] = Object.values(dependencies);
      assert.equal(existsSync(join(cache, version)), false);
      const told = readFileSync(join(folder, 'told'), 'utf8');
      assert.match(told, /^ci --prefix \S+ --ignore-scripts\n$/);
      const used = readFileSync(join(folder, 'lock'), 'utf8');
      assert.equal(used, readFileSync(join(pinned, 'package-lock.json'), 'utf8'));
    } finally {
      process.env.PATH = PATH;
    }
  },
);
