import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

const source = join(import.meta.dirname, '../../../src');

/** The declarations of styles, each after the rules around it, as `@media print > .a > float: none`. */
function listDeclarations(css: string): string[] {
  const around: string[] = [];
  const found: string[] = [];
  for (const [, words = '', end] of css
    .replace(/\/\*[^]*?\*\//g, '')
    .matchAll(/([^{};]*)([{};])/g)) {
    if (end === '{') around.push(words.trim());
    else if (words.trim() !== '') found.push([...around, words.trim()].join(' > '));
    if (end === '}') around.pop();
  }
  return found;
}

/** Firefox draws nothing of an element that the query of a container lays out anew on a sheet of paper. */
const isLostOnPaper = (declaration: string): boolean =>
  /@container .*> (display|float|position|content):/.test(declaration) &&
  !declaration.includes('@media screen >');

test('a declaration is found with the rules around it', () => {
  assert.deepEqual(listDeclarations('@media screen { .a { /* b */ top: 0; > b { left: 0 } } }'), [
    '@media screen > .a > top: 0',
    '@media screen > .a > > b > left: 0',
  ]);
});

test('no text is laid out anew by the width of its container on paper', () => {
  const files = globSync(['styles/*.css', '{components,figures,kinds,layouts}/**/*.astro'], {
    cwd: source,
    // No control is printed.
    exclude: ['figures/shared/Control*.astro'],
  });
  const declarations = files.flatMap((file) => {
    const text = readFileSync(join(source, file), 'utf8');
    const css = file.endsWith('.css')
      ? text
      : (/^<style.*>$([^]*?)^<\/style>/m.exec(text)?.[1] ?? '');
    return listDeclarations(css).map((declaration) => `${file}: ${declaration}`);
  });
  assert.ok(declarations.some((declaration) => declaration.includes('@container')));
  assert.deepEqual(declarations.filter(isLostOnPaper), []);
});

test('a link is followed by its address on paper, except where names stand side by side', () => {
  const declarations = listDeclarations(readFileSync(join(source, 'styles/print.css'), 'utf8'));
  const [written = '', ...others] = declarations.filter((one) => one.includes('attr(href)'));
  assert.match(written, /^@media print > a\[href\^='http'\]:not\(.*bdi \*.*\) > &::after/);
  assert.deepEqual(others, []);
});
