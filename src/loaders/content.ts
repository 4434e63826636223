import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import type { z } from 'astro/zod';
import { parseBibliography } from '../bibliography/parse.ts';
import type { Fault } from '../lib/fault.ts';
import { isSlug } from '../lib/slug.ts';
import { paper } from '../schema/paper.ts';
import { site } from '../schema/site.ts';
import { thread } from '../schema/thread.ts';
import { checkBody, type PageLink } from './body.ts';
import { checkSchema } from './schema-faults.ts';
import type { Locate } from './source.ts';
import { parseYaml } from './yaml.ts';

/** Where the author's files are, from the project's folder. */
export const contentFiles = {
  site: 'content/site.yaml',
  references: 'content/references.bib',
  threads: 'content/threads',
  papers: 'content/papers',
};

/** What one entry names outside itself. Read as far as it can be, even where the entry has faults. */
export interface LoadedEntry {
  slug: string;
  tags: string[];
  references: string[];
  threads: string[];
  locate: Locate;
}

/** What all of `content/` names, and every fault that a single file shows. */
export interface LoadedContent {
  threads: LoadedEntry[];
  papers: LoadedEntry[];
  /** The keys of the bibliography. */
  keys: string[];
  pageLinks: PageLink[];
  /** Settings of `site.yaml` that are not set, by name. */
  unset: string[];
  faults: Fault[];
}

/** Reads `content/` below `root`. Never throws for what the author wrote: that becomes faults. */
export function loadContent(root: string): LoadedContent {
  const faults: Fault[] = [];
  const pageLinks: PageLink[] = [];
  return {
    threads: loadEntries(root, contentFiles.threads, thread, faults, pageLinks),
    papers: loadEntries(root, contentFiles.papers, paper, faults, pageLinks),
    keys: loadKeys(root, faults),
    unset: loadSite(root, faults, pageLinks),
    pageLinks,
    faults,
  };
}

/** The text of a file with line ends as `\n`; where there is no such file, a fault. */
function readText(root: string, file: string, faults: Fault[]): string | undefined {
  const path = join(root, file);
  if (existsSync(path))
    return readFileSync(path, 'utf8')
      .replace(/^\uFEFF/, '')
      .replaceAll('\r\n', '\n');
  faults.push({
    rule: 'missing-file',
    file,
    line: 1,
    column: 1,
    found: 'no such file',
    expected: `${basename(file)}, which the site is built from`,
    mend: 'Put the file back, or write a new one after the example in README.md.',
  });
  return undefined;
}

/** Checks `site.yaml`, gathers its links, and lists which optional settings it leaves out. */
function loadSite(root: string, faults: Fault[], pageLinks: PageLink[]): string[] {
  const file = contentFiles.site;
  const text = readText(root, file, faults);
  if (text === undefined) return [];
  const { data, locate, faults: syntaxFaults } = parseYaml(text, file);
  faults.push(...(syntaxFaults.length > 0 ? syntaxFaults : checkSchema(site, data ?? {}, locate)));
  for (const [index, item] of asList(getField(data, 'navigation')).entries()) {
    const page = getField(item, 'page');
    if (typeof page === 'string')
      pageLinks.push({ page, place: locate(['navigation', index, 'page']) });
  }
  const author = getField(data, 'author');
  const unsetOf = (value: unknown, names: string[]) =>
    names.filter((name) => getField(value, name) === undefined);
  return [
    ...unsetOf(data, ['address']),
    ...unsetOf(author, Object.keys(site.shape.author.unwrap().shape)).map(
      (name) => `author.${name}`,
    ),
  ];
}

function loadKeys(root: string, faults: Fault[]): string[] {
  const file = contentFiles.references;
  const text = readText(root, file, faults);
  if (text === undefined) return [];
  const { entries, brokenKeys, faults: found } = parseBibliography(text, file);
  faults.push(...found);
  if (entries.length === 0 && found.length === 0)
    faults.push(describeEmpty(file, 'at least one BibTeX entry, as @article{key, title = {…}, …}'));
  return [...entries.map(({ key }) => key), ...brokenKeys];
}

function loadEntries(
  root: string,
  folder: string,
  schema: z.ZodType,
  faults: Fault[],
  pageLinks: PageLink[],
): LoadedEntry[] {
  const names = existsSync(join(root, folder)) ? readdirSync(join(root, folder)).sort() : [];
  const entries = names.filter((name) => extname(name) === '.mdx');
  if (entries.length === 0)
    faults.push(describeEmpty(folder, 'at least one entry, as my-entry.mdx'));
  for (const name of names)
    if (/\.(md|markdown|txt)$/i.test(name)) faults.push(describeUnexpected(`${folder}/${name}`));
  return entries.map((name) => {
    const file = `${folder}/${name}`;
    const slug = basename(name, '.mdx');
    if (!isSlug(slug)) faults.push(describeBadSlug(file, slug));
    const text = readText(root, file, faults) ?? '';
    const matter = /^---[ \t]*\n([\s\S]*?\n)?---[ \t]*(?:\n|$)/.exec(text);
    const { data, locate, faults: syntaxFaults } = parseYaml(matter?.[1] ?? '', file, text, 2);
    if (matter === null) faults.push(describeNoFrontMatter(file, text));
    else if (syntaxFaults.length > 0) faults.push(...syntaxFaults);
    else faults.push(...checkSchema(schema, data ?? {}, locate));

    const blank = matter?.[0].replace(/[^\n]/g, ' ') ?? '';
    const body = checkBody(root, file, blank + text.slice(blank.length));
    faults.push(...body.faults);
    pageLinks.push(...body.pageLinks);
    const namesIn = (field: string) =>
      asList(getField(data, field)).filter((value) => typeof value === 'string');
    return {
      slug,
      tags: namesIn('tags'),
      references: namesIn('references'),
      threads: namesIn('threads'),
      locate,
    };
  });
}

function getField(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

function asList(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function describeUnexpected(file: string): Fault {
  const name = basename(file);
  return {
    rule: 'unexpected-file',
    file,
    line: 1,
    column: 1,
    found: name,
    expected: 'an entry whose name ends in .mdx; this one would not be published',
    nearest: `${basename(name, extname(name))}.mdx`,
    mend: 'Rename the file.',
  };
}

function describeEmpty(file: string, expected: string): Fault {
  return {
    rule: 'empty-collection',
    file,
    line: 1,
    column: 1,
    found: 'nothing',
    expected,
    mend: 'Add one; README.md has a whole example.',
  };
}

function describeBadSlug(file: string, slug: string): Fault {
  return {
    rule: 'bad-slug',
    file,
    line: 1,
    column: 1,
    found: `${slug}.mdx`,
    expected:
      'a file name of small letters and digits joined by hyphens, for it becomes the address',
    nearest: `${slug
      .normalize('NFKD')
      .toLowerCase()
      .replace(/[^a-z\d]+/g, ' ')
      .trim()
      .replaceAll(' ', '-')}.mdx`,
    mend: 'Rename the file.',
  };
}

function describeNoFrontMatter(file: string, text: string): Fault {
  return {
    rule: 'malformed-yaml',
    file,
    line: 1,
    column: 1,
    found: text.split('\n')[0]?.trim() || '(an empty line)',
    expected: 'the fields of the entry between two lines of three hyphens, at the top of the file',
    mend: 'Begin the file with “---”, then “title: …” and the other fields, then “---”.',
  };
}
