import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { checkBody } from '../../../src/loaders/body/check.ts';
import { expandFields, loadMacros } from '../../../src/loaders/macros.ts';

const root = mkdtempSync(join(tmpdir(), 'macros-'));
after(() => rmSync(root, { recursive: true }));
mkdirSync(join(root, 'content'));

function writeMacros(lines: string): void {
  writeFileSync(join(root, 'content/site.yaml'), `macros:\n${lines}`);
}

test('the check of a text knows the macros of the settings, and their newest version', () => {
  const check = () =>
    checkBody(root, 'content/papers/one.mdx', String.raw`The $\E[x]$ of it.`, {}).faults;
  writeMacros(String.raw`  E: \mathbb{E}`);
  assert.deepEqual(loadMacros(root), { E: String.raw`\mathbb{E}` });
  assert.equal(check().length, 0);
  writeMacros(String.raw`  V: \mathbb{V}`);
  assert.match(check()[0]?.expected ?? '', /Undefined control sequence: \\E/);
});

test('the formulas of fields hold their macros replaced', () => {
  const macros = { E: String.raw`\mathbb{E}`, norm: String.raw`\lVert #1 \rVert` };
  assert.deepEqual(
    expandFields(
      {
        title: String.raw`On $\norm{x}$ and \$5`,
        phases: [{ summary: String.raw`An $\E$; \E` }],
        question: 'From $5 to $\\E$ in `$PATH` and $$\\E$$',
        year: 2026,
      },
      macros,
    ),
    {
      title: String.raw`On $\lVert x \rVert$ and \$5`,
      phases: [{ summary: String.raw`An $\mathbb{E}$; \E` }],
      question: 'From $5 to $\\mathbb{E}$ in `$PATH` and $$\\mathbb{E}$$',
      year: 2026,
    },
  );
});
