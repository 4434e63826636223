import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { unified } from '@astrojs/markdown-remark';
import type { BodyFacts } from '../../../src/lib/body-facts.ts';
import { loadNamedEntry } from '../../../src/loaders/named-entry.ts';
import { buildMarkdown } from '../../../src/markdown/index.ts';
import { buildEntryTarget } from '../../../src/model/cross-reference.ts';
import { english } from '../../../src/words/words.ts';

const body = `
## Setup

$$ {#eq-a}
x
$$

<Figure id="fig-a" src="./a.png" alt="A curve" />

<Aside title="A remark">

<Figure id="fig-b" src="./b.png" alt="A curve">

A caption.

</Figure>

### Setup

</Aside>

$$
unnumbered
$$

- A list

  $$ {#eq-b}
  y
  $$

<Table id="tbl-a" caption="Costs">

| a |
| --- |
| b |

</Table>

## The "last" layer -- and *"its"* \`--flag "x"\` of $\\alpha_1$

<details>
<summary>More</summary>

### Don't stop... H<sub>2</sub>O {/* a remark */} [words](https://example.org) &alpha;

</details>

## Setup

#### A - B – C---D & ~~E~~

##### Too deep

## References[^1] ![An image](./a.png)

[^1]: A note.
`;

const root = mkdtempSync(join(tmpdir(), 'entries-'));
after(() => rmSync(root, { recursive: true }));
for (const folder of ['threads', 'papers'])
  mkdirSync(join(root, 'content', folder), { recursive: true });

function write(path: string, fields: string): void {
  writeFileSync(join(root, 'content', path), `---\n${fields}\n---\n${body}`);
}

test('the parts of an entry have the ids and names that its built page gives them', async () => {
  write('papers/titan.mdx', 'title: Titan\nstatus: draft\nabstract: A paper.');
  const facts: BodyFacts = {};
  const markdown = unified(
    buildMarkdown({
      macros: () => ({}),
      base: '/',
      readFields: () => ({}),
      references: () => new Map(),
      findFile: () => undefined,
      language: () => 'en',
      findEntry: () => undefined,
    }),
  );
  const renderer = await markdown.createMdxRenderer?.(
    { syntaxHighlight: false },
    { optimize: false },
  );
  await renderer?.process(body, 'titan.mdx', facts as Record<string, unknown>);
  const labels = loadNamedEntry(root, 'titan')?.labels ?? [];
  const sort = (list: typeof labels) => list.toSorted((a, b) => a.key.localeCompare(b.key, 'en'));
  assert.equal(labels.length, 12);
  assert.deepEqual(sort(labels), sort(facts.labels ?? []));
});

test('a reference to an entry says its title as it is printed, and leads to its page', () => {
  write(
    'threads/probe.mdx',
    `title: 'A "probe" -- so'\nstarted: 2026-04\nstatus: active\naccent: violet\nquestion: What?`,
  );
  const probe = loadNamedEntry(root, 'probe');
  const titan = loadNamedEntry(root, 'titan');
  assert.ok(probe && titan);
  const { title, address } = buildEntryTarget(probe, english);
  assert.deepEqual([title, address], ['A “probe” — so', '/research/probe/']);
  assert.equal(buildEntryTarget(titan, english).address, '/papers/titan/');
});

test('a reference to a paper that does not stand any more says so', () => {
  write('papers/old.mdx', 'title: Old\nstatus: withdrawn\nabstract: A paper.');
  const old = loadNamedEntry(root, 'old');
  assert.ok(old);
  assert.equal(buildEntryTarget(old, english).title, 'Withdrawn: Old');
});

test('an entry that is not there, or cannot be read, is none', () => {
  write('papers/broken.mdx', 'title: Broken');
  assert.equal(loadNamedEntry(root, 'nobody'), undefined);
  assert.equal(loadNamedEntry(root, 'broken'), undefined);
});

test('of two entries of one slug, the folder says which is meant', () => {
  write('papers/probe.mdx', 'title: The Paper\nstatus: draft\nabstract: A paper.');
  const find = (name: string) => loadNamedEntry(root, name)?.kind;
  assert.deepEqual([find('papers/probe'), find('threads/probe')], ['paper', 'thread']);
  assert.equal(find('tables/probe'), undefined);
});
