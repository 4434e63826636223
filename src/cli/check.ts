import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { checkBibliography } from '../bibliography/lint.ts';
import { formatFaults, noticeRules, type Fault } from '../lib/fault.ts';
import { loadContent } from '../loaders/content.ts';
import { contentFiles, findSource } from '../loaders/files.ts';
import { listGaps } from '../loaders/gaps.ts';
import { loadSiteAddress } from '../loaders/site-address.ts';
import { checkRelations } from '../model/relations.ts';

export const projectFolder = join(import.meta.dirname, '../..');

/** What a look at `content/` found. */
export interface Findings {
  faults: Fault[];
  /** What may be meant. Looked for where there is no fault: one may hide what cites a work. */
  notices: Fault[];
  /** Settings that the author has not filled in, by their name in `content/site.yaml`. */
  unset: string[];
  /** How much was read, as `2 threads, 2 papers, 3 references`. */
  summary: string;
}

/** Reads all of `content/` below `root`, without a build, and finds every fault in every file. */
export function checkContent(root: string): Findings {
  const content = loadContent(root);
  const { threads, papers, keys, works } = content;
  const uses = [...threads, ...papers]
    .flatMap(({ references, citations }) => [...references, ...citations])
    .map(({ value }) => value);
  const found = [
    ...content.faults,
    ...checkRelations(content),
    ...checkBibliography(works, uses, contentFiles.references),
  ];
  const faults = found.filter(({ rule }) => !noticeRules.has(rule));
  return {
    faults,
    notices: faults.length > 0 ? [] : found,
    unset: listGaps(root)
      .filter(({ file }) => file === contentFiles.site)
      .map(({ field }) => field),
    summary: [
      formatAmount(threads.length, 'thread'),
      formatAmount(papers.length, 'paper'),
      formatAmount(keys.length, 'reference'),
    ].join(', '),
  };
}

/** The notices of a check as text for a terminal, under a heading of their own. */
export function formatNotices(notices: readonly Fault[]): string {
  return `Notices, each of which may be as you mean it:\n\n${formatFaults(notices, 'notice')}`;
}

/** What is not set, and what that costs. */
export function formatUnset(unset: readonly string[]): string {
  const list = unset
    .map((name) => (name === 'address' ? `${name} (so no feeds and no sitemap are made)` : name))
    .join(', ');
  return `Not set in ${contentFiles.site}, so not linked or shown: ${list}.`;
}

/**
 * Checks the content of this project and prints what was found; says whether it can be built. Notices are
 * only counted unless they are asked for, so that what a build or a change reports is not lost among them.
 */
export function checkProject({ listsNotices = false } = {}): boolean {
  const source = findSource(projectFolder);
  const { faults, notices, unset, summary } = checkContent(source);
  if (faults.length > 0) {
    console.error(`${formatFaults(faults)} Nothing was built.`);
    return false;
  }
  console.log(`Content checked: ${summary}; no faults.`);
  const { origin } = loadSiteAddress(source);
  const missing = unset.filter((name) => name !== 'address' || origin === undefined);
  if (missing.length > 0) console.log(formatUnset(missing));
  if (notices.length > 0 && listsNotices) console.log(`\n${formatNotices(notices)}`);
  else if (notices.length > 0) console.log(`Notices: ${notices.length}, listed by npm run check.`);
  return true;
}

/** `npm run check` */
export function run(args: string[]): number {
  parseArgs({ args, options: {} });
  return checkProject({ listsNotices: true }) ? 0 : 1;
}

function formatAmount(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? '' : 's'}`;
}
