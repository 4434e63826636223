import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { after, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { safeDrawings } from '../../../../src/loaders/images/published.ts';
import { draw } from './specimen.ts';

const root = mkdtempSync(join(tmpdir(), 'drawings-'));
after(() => rmSync(root, { recursive: true }));

/** Runs the setup hook as Astro does. Returns the function that loads a module. */
function configure() {
  const { hooks } = safeDrawings(root);
  let load: (file: string) => string | undefined = () => '';
  const url = (folder: string) => pathToFileURL(`${join(root, folder)}/`);
  const setup = hooks['astro:config:setup'] as unknown as (options: object) => void;
  setup({
    config: { publicDir: url('public'), cacheDir: url('cache') },
    updateConfig: ({ vite }: { vite: { plugins: [{ load: { handler: typeof load } }] } }) => {
      load = vite.plugins[0].load.handler;
    },
  });
  const done = hooks['astro:build:done'] as unknown as (options: object) => void;
  return { load, finish: () => done({ dir: url('dist') }) };
}

function write(path: string, text: string): string {
  const file = join(root, path);
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, text);
  return file;
}

const scripted = draw('<script>alert(1)</script>');
const refused = draw('<image href="https://example.org/a.png"/>');

test('what the content shows is read from a copy that is safe', () => {
  const { load } = configure();
  const file = write('content/threads/plan.svg', scripted);
  const [, copy = ''] = /^export \{ default \} from "(.*)";$/.exec(load(file) ?? '') ?? [];
  assert.equal(basename(copy), 'plan.svg');
  assert.doesNotMatch(readFileSync(copy, 'utf8'), /script/);
  assert.equal(readFileSync(file, 'utf8'), scripted);
  assert.equal(load(file), load(file));
  assert.equal(load(copy), undefined);
  // Astro loads a picture of a field with a flag.
  assert.equal(load(`${file}?astroContentImageFlag`), load(file));
});

test('what is refused is not read, and the error is the report of the check', () => {
  const { load } = configure();
  const file = write('content/threads/plan.svg', refused);
  assert.throws(() => load(file), /^ContentError: content\/threads\/plan\.svg:2:48 {2}bad-image\n/);
});

test('what is published as it is named is safe, too', () => {
  const { finish } = configure();
  write('public/logos/plan.svg', scripted);
  write('dist/logos/plan.svg', scripted);
  finish();
  assert.doesNotMatch(readFileSync(join(root, 'dist/logos/plan.svg'), 'utf8'), /script/);
  write('public/logos/plan.svg', refused);
  assert.throws(finish, /public\/logos\/plan\.svg:2:48 {2}bad-image/);
});
