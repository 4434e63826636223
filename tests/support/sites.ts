import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../../src/cli/project.ts';
import { formatFields, writeContent, writeEntry } from './sites/files.ts';
import { writeStrangerSite } from './sites/stranger.ts';

export { writeStrangerSite };

/** Writes the first author's site with the thread of the README, and a paper with a PDF. */
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
}

/** Writes the smallest valid site: required fields only, one entry each. */
export function writeSmallestSite(root: string): void {
  const settings = {
    title: 'R',
    eyebrow: 'E',
    intro: 'I.',
    language: 'en',
    navigation: [{ label: 'Research', page: '/' }],
  };
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
  writeEntry(root, 'papers/p', { title: 'P', status: 'draft', abstract: 'A.' });
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
  { name: 'smallest', base: '/', write: writeSmallestSite },
];
