import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

const source = join(import.meta.dirname, '../../../src');
const read = (file: string) => readFileSync(join(source, file), 'utf8');

test('the typeface of texts has its faces in one sheet, so that Greek words can have their own', () => {
  const files = globSync('**/*.{css,astro}', { cwd: source });
  const named = files.filter((file) => /font-family: ["']?Newsreader/.test(read(file)));
  assert.deepEqual(named, ['styles/fonts.css']);
});

test('formulas have one size beside the words around them, in fields as in prose', () => {
  const sizes = globSync('**/*.{css,astro}', { cwd: source }).flatMap((file) =>
    Array.from(
      read(file).matchAll(/^.*\.katex ?\{\s*font-size:.*/gm),
      ([rule]) => `${file}: ${rule}`,
    ),
  );
  assert.equal(sizes.length, 1);
  assert.match(String(sizes), /^layouts\/Page\.astro: .*\$\{katexStyles\}\.katex\{/);
});
