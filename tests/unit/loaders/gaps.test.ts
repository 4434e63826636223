import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { costs, elsewhere, listGaps } from '../../../src/loaders/gaps.ts';
import { site } from '../../../src/schema/site.ts';

const root = mkdtempSync(join(tmpdir(), 'gaps-'));
after(() => rmSync(root, { recursive: true }));

function list(files: Record<string, string>): string[] {
  rmSync(root, { recursive: true });
  for (const folder of ['threads', 'papers'])
    mkdirSync(join(root, 'content', folder), { recursive: true });
  for (const [name, fields] of Object.entries(files))
    writeFileSync(
      join(root, 'content', name),
      name.endsWith('.mdx') ? `---\n${fields}\n---\n` : fields,
    );
  return listGaps(root).map(({ file, field, cost }) => `${file} ${field}: ${cost}`);
}

const all = `address: https://example.org/
author: { name: A, github: a, orcid: b, email: c, position: d, affiliation: e, photo: f, biography: g, website: h,
  scholar: i, semanticScholar: j, dblp: k, openReview: l, huggingFace: m, mastodon: n, bluesky: o, links: [] }
license: CC-BY-4.0
`;

test('every setting that may be left out is told of with what that costs', () => {
  // Without them, fields that are private by default remain private, formulas need no macros, the header leads to the lists, and a site has no picture and no accent.
  const withoutCost = ['accent', 'author', 'bibtexPrivate', 'macros', 'navigation', 'picture'];
  const optional = [
    // Few authors have a second name.
    ...Object.keys(site.shape.author.unwrap().shape)
      .filter((name) => name !== 'otherNames')
      .map((name) => `author.${name}`),
    ...Object.entries(site.shape).flatMap(([name, schema]) =>
      schema.safeParse(undefined).success && !withoutCost.includes(name) ? [name] : [],
    ),
  ];
  const told = costs.site.map(({ field }) => field);
  const others = optional.filter((field) => !told.includes(field));
  assert.deepEqual([...told, ...others].toSorted(), optional.toSorted());
  // Of the pages elsewhere, only that there is none.
  assert.deepEqual(others, elsewhere.slice(0, -1));
  assert.equal(list({ 'site.yaml': 'title: T' }).length, told.length);
  assert.deepEqual(list({ 'site.yaml': all }), []);
});

test('an entry is told of where what it leaves out costs something', () => {
  const entries = {
    'threads/a.mdx': 'title: T',
    'papers/a.mdx': 'status: submitted',
    'papers/b.mdx': 'status: published\nauthors: [A]',
    'papers/c.mdx': 'date: 2026-01-02\nauthors: [A]',
    'papers/d.mdx': 'status: published\nauthors: [A]\nhistory: [{ date: 2026-01 }]',
    'papers/e.mdx': 'status: withdrawn\nauthors: [A]\nhistory: [{ date: 2026-01 }]',
  };
  assert.deepEqual(list({ 'site.yaml': all, ...entries }), [
    'content/papers/a.mdx authors: not in Google Scholar; cited by title only',
    'content/papers/a.mdx date: not in Google Scholar, nor in feeds without a history',
    'content/papers/b.mdx date: not in feeds until it has a history',
    'content/papers/e.mdx date: not in Google Scholar',
  ]);
});

test('nothing is said of a file that cannot be read', () => {
  const broken = 'title: [A\nauthors: [B]';
  assert.deepEqual(list({ 'site.yaml': all, 'papers/a.mdx': broken }), []);
  assert.deepEqual(
    list({ 'site.yaml': broken, 'papers/a.mdx': 'date: 2026-01\nauthors: [A]' }),
    [],
  );
});
