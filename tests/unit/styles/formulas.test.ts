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
