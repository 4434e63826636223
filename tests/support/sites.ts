import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../../src/cli/project.ts';
import { formatFields, writeContent, writeEntry } from './sites/files.ts';
import { writeOwnWorksSite } from './sites/own-works.ts';
import { writeStrangerSite } from './sites/stranger.ts';
import { writeWideSite } from './sites/wide.ts';

export { writeStrangerSite };

/** Tags with signs, spaces and other scripts. */
const moreTags = ['C++', "Bayes' Rule", 'Обучение', 'In-Context Learning'];

/**
 * Writes the first author's site with the thread of the README, a paper with a PDF, and so many papers more that its
 * indexes have a filter.
 */
export function writeGrownSite(root: string): void {
  const original = join(projectFolder, 'tests/fixtures/original/content');
  cpSync(original, join(root, 'content'), { recursive: true });
  const readme = readFileSync(join(projectFolder, 'README.md'), 'utf8');
  const [, thread] = /^```mdx\n(---\n[^]*?)^```$/m.exec(readme) ?? [];
  if (thread === undefined) throw new Error('README.md shows no thread.');
  writeContent(root, 'threads/induction-heads.mdx', thread);
  writeEntry(root, 'papers/noisy-copies', {
    title: 'Noisy Copies',
    status: 'published',
    venue: {
      acronym: 'TMLR',
      year: 2026,
      name: 'Transactions on Machine Learning Research',
      kind: 'journal',
    },
    abstract: 'What induction heads learn from copies with errors.',
    authors: ['Ada Lovelace', 'Jean-François d’Aspremont'],
    threads: ['induction-heads'],
    links: [{ label: 'PDF', address: 'https://example.org/papers/paper.pdf' }],
  });
  for (const number of [1, 2, 3, 4, 5])
    writeEntry(root, `papers/note-${number}`, {
      title: `Note ${number}`,
      status: 'draft',
      abstract: 'A note.',
      tags: moreTags.slice(0, number),
    });
}

/** Writes the grown site for readers of Arabic: its pages run from right to left. */
export function writeMirroredSite(root: string): void {
  writeGrownSite(root);
  const path = join(root, 'content/site.yaml');
  const settings = readFileSync(path, 'utf8').replace(/^language: .*$/m, 'language: ar');
  writeContent(root, 'site.yaml', settings.replace(/^navigation:\n(?: .*\n)*/m, ''));
}

/** Writes the smallest valid site: required fields only, one entry each. */
export function writeSmallestSite(root: string): void {
  const settings = { title: 'R', eyebrow: 'E', intro: 'I.', language: 'en' };
  writeContent(root, 'site.yaml', formatFields(settings));
  writeContent(root, 'references.bib', '@misc{a, title = {T}, author = {A}, year = {2026}}\n');
  const thread = {
    title: 'T',
    started: '2026-01',
    status: 'active',
    accent: 'violet',
    question: 'Q?',
  };
  writeEntry(root, 'threads/t', thread);
  writeEntry(root, 'papers/p', { title: 'P', status: 'draft' });
}

/** Writes the settings alone, as before the first entry. */
export function writeEmptySite(root: string): void {
  const settings = {
    title: 'Soon',
    eyebrow: 'Research',
    intro: 'What will be studied here.',
    language: 'en',
    navigation: [
      { label: 'Research', page: '/' },
      { label: 'Papers', page: '/papers/' },
    ],
  };
  writeContent(root, 'site.yaml', formatFields(settings));
}

/** Writes papers alone, without threads, tags and a bibliography, dated by their years. */
export function writePapersSite(root: string): void {
  writeEmptySite(root);
  for (const year of ['2024', '2025'])
    writeEntry(root, `papers/of-${year}`, {
      title: `A Paper of ${year}`,
      status: 'draft',
      date: year,
      abstract: 'It stands alone.',
    });
}

/** Sites that must build, whatever `content/` holds. */
export const writtenSites: {
  name: string;
  /** The path of the site on its host. */
  base: string;
  write: (root: string) => void;
}[] = [
  { name: 'grown', base: '/', write: writeGrownSite },
  { name: 'stranger', base: '/work/', write: writeStrangerSite },
  { name: 'mirrored', base: '/', write: writeMirroredSite },
  { name: 'smallest', base: '/', write: writeSmallestSite },
  { name: 'wide', base: '/', write: writeWideSite },
  { name: 'papers', base: '/', write: writePapersSite },
  { name: 'empty', base: '/', write: writeEmptySite },
  { name: 'own-works', base: '/', write: writeOwnWorksSite },
];
