import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { parseFrontmatter } from '@astrojs/markdown-remark';
import type { LoaderContext } from 'astro/loaders';
import fc from 'fast-check';
import { ContentError } from '../../../src/lib/fault.ts';
import { loadContent } from '../../../src/loaders/content.ts';
import { entryBodies, entryFiles } from '../../../src/loaders/entry-files.ts';
import { loadFields } from '../../../src/loaders/entry-language.ts';
import { contentFiles, entryFolder } from '../../../src/loaders/files.ts';
import { loadNamedEntry } from '../../../src/loaders/named-entry.ts';
import { yamlFile } from '../../../src/loaders/yaml-file.ts';
import { site } from '../../../src/schema/site.ts';
import { thread } from '../../../src/kinds/thread/schema.ts';

const root = mkdtempSync(join(tmpdir(), 'entry-files-'));
after(() => rmSync(root, { recursive: true }));
mkdirSync(join(root, entryFolder('thread')), { recursive: true });
const path = join(root, entryFolder('thread'), 'probe.mdx');

interface Stored {
  id: string;
  data: Record<string, unknown>;
  body?: string;
  filePath?: string;
  deferredRender?: boolean;
}

/** Returns the entries that a loader stores, run as in an Astro build. */
async function load(loader: { load: (context: LoaderContext) => Promise<void> }) {
  const entries = new Map<string, Stored>();
  const store = {
    clear: () => entries.clear(),
    set: (entry: Stored) => entries.set(entry.id, structuredClone(entry)),
  };
  const config = { root: pathToFileURL(`${root}/`) };
  await loader.load({ config, store } as unknown as LoaderContext);
  return [...entries.values()];
}

const loadThreads = () => load(entryFiles('thread'));

/** Returns the input of the MDX compiler. */
const readModule = () => entryBodies(root).load.handler(path);

const fields = `title: Probe
started: 2026-04
status: active
accent: viridian
question: Why?`;

test('an entry is stored with its fields as the schema has them, and its body', async () => {
  writeFileSync(path, `\ufeff---\r\n${fields}\r\n---  \r\n\r\n## Setup\r\n\r\nWords.\r\n`);
  const [entry] = await loadThreads();
  assert.deepEqual(entry, {
    id: 'probe',
    data: thread.parse(loadFields(root, path)),
    body: '## Setup\n\nWords.',
    filePath: 'content/threads/probe.mdx',
    deferredRender: true,
  });
  assert.equal(entry.data.started, '2026-04');
});

test('a picture of a field is stored for Astro to import, unless it is missing', async () => {
  const items = ['seal', 'map'].map(
    (name) => `{ name: A, picture: ./${name}.svg, alt: A ${name} }`,
  );
  writeFileSync(path, `---\n${fields}\ngrid: { heading: A, items: [${items.join(', ')}] }\n---\n`);
  const picture = join(root, 'content/threads/seal.svg');
  writeFileSync(picture, '<svg/>');
  const [entry] = await loadThreads();
  rmSync(picture);
  assert.deepEqual((entry?.data as { pictures?: object }).pictures, {
    './seal.svg': '__ASTRO_IMAGE_./seal.svg',
  });
});

for (const [name, text] of [
  ['with a doubled first line', `---\n---\n${fields}\n---\n\nWords.\n`],
  [
    'with lines below the fields that look like fields',
    `---\n${fields}\n---\n---\nlayout: [x\n---\n`,
  ],
  ['with other signs below the fields', `---\n${fields}\n---\n\n+++\ntitle = 1\n+++\n`],
  ['with an end of YAML', `---\n${fields}\n...\n---\nWords.\n`],
  ['without an end of the last line', `---\n${fields}\n---`],
] as const)
  test(`Astro finds no fields of its own in an entry ${name}`, async () => {
    writeFileSync(path, text);
    const [entry] = await loadThreads();
    const { frontmatter, content } = parseFrontmatter(readModule(), {
      frontmatter: 'empty-with-spaces',
    });
    assert.deepEqual(frontmatter, {});
    assert.equal(content.trim(), entry?.body ?? '');
    assert.equal(content.split('\n').length, text.split('\n').length);
  });

test('every fault of the fields stops a build that no check comes before, with its place', async () => {
  writeFileSync(path, `---\n${fields.replace('title', 'layout')}\n---\n\u0085`);
  await assert.rejects(loadThreads, (error) => {
    assert.ok(error instanceof ContentError);
    assert.deepEqual(
      error.faults.map(({ rule, line }) => [rule, line]),
      [
        ['unreadable-text', 8],
        ['missing-field', 2],
        ['unknown-key', 2],
      ],
    );
    return true;
  });
});

test('the settings are stored as the check has read them', async () => {
  const settings = `title: T\neyebrow: 0b11\nintro: 2026-02-30\nlanguage: en\nnavigation: [{label: A, page: /papers/}]\n`;
  writeFileSync(join(root, contentFiles.site), settings);
  const [entry] = await load(yamlFile(contentFiles.site, 'site', site));
  assert.equal(entry?.data.eyebrow, '0b11');
  assert.equal(entry.data.intro, '2026-02-30');
});

/** Values, and parts of them, that YAML parsers interpret differently. */
const values = fc.oneof(
  fc.constantFrom(
    ...'0b11|0o7|012|0x1F|1_000|1e3|.5|.inf|-.INF|.nan|~|null|Null|yes|no|on|off|y|True|FALSE|1:30'.split(
      '|',
    ),
    ...'2026-02-30|2026-04-09|2026-4-9|2026-04-09T10:00:00Z|2026-04|0b11 a|<<|=|!!str 5|!!int "5"|!a b'.split(
      '|',
    ),
    ...'&a b|*a|"a\\x41"|"a\\0"|"a\\Nb"|\'it\'\'s\'|"a\n  b"|[a, b]|{a: b}|- a|>-\n  a\n  b|||\n  a|# b|a #b|a # b'.split(
      '|',
    ),
    ...'a: b|a:b|@a|`a|%a|\ta|a\t|---|...|--- a|+++|__ASTRO_IMAGE_a|[1, 2026-04-09, null]|""'.split(
      '|',
    ),
  ),
  fc.string({ unit: 'grapheme', maxLength: 6 }),
  fc.string({ unit: fc.constantFrom(...'ab:#-\'"[]{}|>&*!%@`,?\\ \n\t'.split('')), maxLength: 8 }),
  fc
    .constantFrom(
      '\u0085',
      '\u0092',
      '\u2028',
      '\u2029',
      '\u00a0',
      '\ufeff',
      '\r',
      '\r\n',
      '\0',
      '\v',
    )
    .map((sign) => `a${sign}b`),
);
const names = fc.constantFrom(
  ...'title,question,tags,order,started,ended,approach,references,repository,slug,layout,<<,__proto__,1,~'.split(
    ',',
  ),
);
const lines = fc.oneof(
  { weight: 8, arbitrary: fc.tuple(names, values).map(([name, value]) => `${name}: ${value}`) },
  fc.constantFrom('---', '--- # a', '--- a', '...', '# a', '', ' ', '%YAML 1.1', '+++', '## A'),
);
const entries = fc
  .tuple(
    often(
      '---\n',
      '---\n---\n',
      '--- \n',
      '\ufeff---\n',
      '--- # a\n',
      '\n---\n',
      '+++\n',
      '---\r\n',
    ),
    fc.array(lines, { maxLength: 1 }),
    fc.tuple(fc.constantFrom('title', 'question', 'approach', 'tags'), values),
    often(
      '---\n',
      '---',
      '--- \n\nWords.\n',
      '---\n---\n',
      '---\n\n---\n\na: b\n\n---\n',
      '...\n',
      '--- # a\n',
      '',
    ),
  )
  .map(([opening, more, [name, value], closing]) => {
    const own = fields.split('\n').filter((line) => !line.startsWith(name));
    return `${opening}${[...own, `${name}: ${value}`, ...more].join('\n')}\n${closing}`;
  });

/** Generates mostly the first of some texts. */
function often(usual: string, ...others: string[]) {
  return fc.oneof({ weight: 4, arbitrary: fc.constant(usual) }, fc.constantFrom(...others));
}

test('what the check calls clean is stored with the values that the check has read', async () => {
  let clean = 0;
  await fc.assert(
    fc.asyncProperty(entries, async (text) => {
      writeFileSync(path, text);
      const { entries: threads, faults } = await loadContent(root);
      if (faults.some(({ file }) => file.startsWith(entryFolder('thread')))) return;
      clean += 1;
      const [entry] = await loadThreads();
      assert.deepEqual(entry?.data, loadNamedEntry(root, 'probe')?.data);
      assert.deepEqual(
        entry && 'tags' in entry.data && entry.data.tags,
        threads[0]?.tags.flatMap(({ value }) => value),
      );
      const { frontmatter, content } = parseFrontmatter(readModule(), {
        frontmatter: 'empty-with-spaces',
      });
      assert.deepEqual(frontmatter, {});
      assert.equal(content.trim(), entry?.body);
    }),
    { numRuns: 400 },
  );
  assert.ok(clean > 40, `only ${clean} were clean`);
});
