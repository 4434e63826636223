import assert from 'node:assert/strict';
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { parse } from 'yaml';
import { entryTypes } from '../../../src/bibliography/entry-types.ts';
import { parseBibliography } from '../../../src/bibliography/parse.ts';
import { checkContent } from '../../../src/cli/check.ts';
import { formatFaults } from '../../../src/lib/fault.ts';
import { mdxComponents } from '../../../src/schema/mdx-component.ts';
import { paper } from '../../../src/kinds/paper/schema.ts';
import { site } from '../../../src/schema/site.ts';
import { paperStatuses, threadStatus } from '../../../src/schema/status.ts';
import { thread } from '../../../src/kinds/thread/schema.ts';
import { countOptional } from '../../support/optional-fields.ts';
import { writtenSites } from '../../support/sites.ts';

interface Fields {
  title: string;
  status?: string;
  authors?: string[];
  author?: { name?: string };
  references?: string[];
}

const scratch = mkdtempSync(join(tmpdir(), 'sites-'));
after(() => {
  rmSync(scratch, { recursive: true });
});
for (const { name, write } of writtenSites) write(join(scratch, name));

const read = (name: string, path: string) =>
  readFileSync(join(scratch, name, 'content', path), 'utf8');

function readEntries(name: string, kind: string) {
  return globSync(`${kind}/*.mdx`, { cwd: join(scratch, name, 'content') }).map((path) => {
    const [, fields = '', body = ''] = /^---\n([^]*?\n)---\n([^]*)$/.exec(read(name, path)) ?? [];
    return { fields: parse(fields) as Fields, body };
  });
}

const threads = readEntries('stranger', 'threads');
const papers = readEntries('stranger', 'papers');
const entries = [...threads, ...papers];
const settings = parse(read('stranger', 'site.yaml')) as Fields;
const bibliography = parseBibliography(read('stranger', 'references.bib'), 'references.bib');

for (const { name } of writtenSites)
  test(`the ${name} site has no fault`, async () => {
    const { faults } = await checkContent(join(scratch, name));
    assert.equal(faults.length, 0, formatFaults(faults));
  });

test('a site is the same whenever it is written', () => {
  for (const { name, write } of writtenSites) {
    write(join(scratch, 'again', name));
    const list = (root: string) => globSync('**/*.{mdx,bib,yaml,csv}', { cwd: root }).toSorted();
    const files = list(join(scratch, name));
    assert.deepEqual(list(join(scratch, 'again', name)), files);
    for (const file of files)
      assert.equal(
        readFileSync(join(scratch, 'again', name, file), 'utf8'),
        readFileSync(join(scratch, name, file), 'utf8'),
      );
  }
});

test('the stranger has 10 threads, 40 papers and 200 works of every type', () => {
  assert.deepEqual([threads.length, papers.length], [10, 40]);
  assert.equal(bibliography.entries.length, 200);
  assert.deepEqual(new Set(bibliography.entries.map(({ type }) => type)), new Set(entryTypes));
});

test('the stranger has titles of 1 to 200 letters, and names in every script', () => {
  const lengths = entries.map(({ fields }) => fields.title.length);
  assert.deepEqual([Math.min(...lengths), Math.max(...lengths)], [1, 200]);
  const written = [
    entries.map(({ fields }) => fields.title),
    papers.flatMap(({ fields }) => fields.authors ?? []),
    bibliography.entries.map(({ fields }) => fields.get('author') ?? ''),
  ];
  for (const texts of written)
    for (const script of ['Latin', 'Cyrillic', 'Han', 'Arabic', 'Hebrew'])
      assert.match(texts.join('\n'), new RegExp(`\\p{Script=${script}}`, 'u'), script);
  for (const sign of '&<>#%_$^~{}"\'')
    assert.ok(
      entries.some(({ fields }) => fields.title.includes(sign)),
      sign,
    );
});

test('the stranger is called as the site is, and wrote papers', () => {
  assert.equal(settings.author?.name, settings.title);
  assert.ok(papers.some(({ fields }) => fields.authors?.includes(settings.title)));
});

test('the stranger has threads and papers of every status', () => {
  const list = (of: typeof entries) => new Set(of.map(({ fields }) => fields.status));
  assert.deepEqual(list(threads), new Set(threadStatus.options));
  assert.deepEqual(list(papers), new Set(paperStatuses));
});

test('the stranger has each optional field of entries sometimes', () => {
  for (const [schema, of] of [[thread, threads] as const, [paper, papers] as const]) {
    const uses = countOptional(
      schema,
      of.map(({ fields }) => fields),
    );
    assert.ok(uses.size > 10);
    for (const [field, { present, absent }] of uses)
      assert.ok(present > 0 && absent > 0, `${field} is there ${present} times, not ${absent}`);
  }
});

test('the stranger has each optional field of a site, and the smallest none', () => {
  for (const { present } of countOptional(site, [settings]).values()) assert.ok(present > 0);
  const smallest = countOptional(site, [parse(read('smallest', 'site.yaml'))]);
  for (const { present } of smallest.values()) assert.equal(present, 0);
  for (const [kind, schema] of [['threads', thread] as const, ['papers', paper] as const])
    for (const { fields } of readEntries('smallest', kind))
      for (const { present } of countOptional(schema, [fields]).values()) assert.equal(present, 0);
});

test('the stranger has each component, with each optional attribute sometimes', () => {
  const prose = entries.map(({ body }) => body).join('\n');
  for (const [name, schema] of Object.entries(mdxComponents)) {
    const tags = Array.from(prose.matchAll(new RegExp(`<${name}((?: [^>]*)?)>`, 'g')), ([, text]) =>
      Object.fromEntries<string>(
        Array.from(
          (text ?? '').matchAll(/ ([a-zA-Z]+)(?:="([^"]*)")?/g),
          ([, key = '', value = '']) => [key, value],
        ),
      ),
    );
    assert.ok(tags.length > 0, name);
    for (const [field, { present, absent }] of countOptional(schema, tags))
      assert.ok(present > 0 && absent > 0, `${name}${field}: ${present}, not ${absent}`);
  }
});
