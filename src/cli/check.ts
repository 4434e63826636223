import { rmSync } from 'node:fs';
import { parse } from 'node:path';
import { checkBibliography, findUsed } from '../bibliography/lint.ts';
import { countPrivateFields } from '../bibliography/private-fields.ts';
import { hashCode } from '../cache/code-version.ts';
import { removeUnused, type CachePlace } from '../cache/file-cache.ts';
import { kindNames, kinds, texts } from '../kinds/registry.ts';
import { formatFaults, type Fault } from '../lib/fault.ts';
import { isNotice } from '../lib/notice.ts';
import { loadContent } from '../loaders/content.ts';
import { contentFiles } from '../loaders/files.ts';
import { listGaps } from '../loaders/gaps.ts';
import { checkImages, checkPublicDrawings } from '../loaders/images/check.ts';
import { loadPrivateNames } from '../loaders/private-names.ts';
import { loadSiteAddress } from '../loaders/site-address.ts';
import { checkRelations } from '../model/relations.ts';
import { checkCardLetters } from './card-letters.ts';
import {
  formatNotices,
  formatPrivateFields,
  formatUnset,
  formatUntranslated,
} from './findings-text.ts';
import { fixContent, formatChanges } from './fix.ts';
import { findSource, ownFolder, projectFolder } from './project.ts';
import { takeSnapshot, type Snapshot } from './snapshot.ts';
import { listUntranslated } from './untranslated.ts';

/** The result of a check of `content/`. */
export interface Findings {
  faults: Fault[];
  /**
   * Possible mistakes. Only checked without faults, since a fault may hide the text that cites a
   * work.
   */
  notices: Fault[];
  /** The names of unset fields in `content/site.yaml`. */
  unset: string[];
  /** The private fields of the bibliography, with the number of entries that have them. */
  privateFields: ReadonlyMap<string, number>;
  /** The files of entries without a translation, where others have one. */
  untranslated: readonly string[];
  /** The extent of the check, as `2 threads, 3 references`. */
  summary: string;
}

/**
 * Checks all of `content/` below `root` and the drawings of `public/`, without a build. `refused`
 * are the faults of files that the snapshot lacks. `cache` holds results of earlier checks.
 */
export async function checkContent(
  root: string,
  refused: readonly Fault[] = [],
  cache?: CachePlace,
): Promise<Findings> {
  const content = await loadContent(root, cache);
  const { entries, translations = [], keys, works, ownWorks } = content;
  const uses = [...entries, ...translations]
    .flatMap(({ references, citations }) => [...references, ...citations])
    .map(({ value }) => value);
  const used = findUsed(works, uses);
  // A work of the author is shown, whether a text cites it or not.
  const cited = new Set([...used, ...ownWorks].map(({ key }) => key.toLowerCase()));
  const own = new Set(ownWorks.map(({ key }) => key));
  const foreign = [...refused, ...content.faults.filter(({ rule }) => rule === 'foreign-file')];
  const found = [
    ...refused,
    ...content.faults,
    ...checkRelations(content),
    ...checkBibliography(works, used, contentFiles.references),
    ...checkBibliography(ownWorks, new Set(ownWorks), contentFiles.own),
    ...(await checkImages(root, content.images)),
    ...checkPublicDrawings(root),
    ...(await checkCardLetters(content)),
  ].filter((fault) => !foreign.some((one) => isMissedFor(one, fault)));
  // Two parsers of a file may report the same mistake.
  const unique = [...new Map(found.map((fault) => [JSON.stringify(fault), fault])).values()];
  const faults = unique.filter((fault) => !isNotice(fault, cited));
  const pages = entries.filter(({ kind }) => kind === 'page');
  return {
    faults,
    notices: faults.length > 0 ? [] : unique,
    unset: listGaps(root)
      .filter(({ file }) => file === contentFiles.site)
      .map(({ field }) => field),
    privateFields: countPrivateFields([...works, ...ownWorks], loadPrivateNames(root)),
    untranslated: listUntranslated(content),
    summary: [
      ...kindNames.flatMap((name) => {
        const { length } = entries.filter(({ kind }) => kind === name);
        return length === 0 ? [] : formatAmount(length, kinds[name].label.toLowerCase());
      }),
      ...(pages.length > 0 ? [formatAmount(pages.length, texts.page.label.toLowerCase())] : []),
      formatAmount(keys.filter((key) => !own.has(key)).length, 'reference'),
    ].join(', '),
  };
}

/** Whether a fault only follows from an unread file, which has a report of its own. */
function isMissedFor({ file }: Fault, fault: Fault): boolean {
  const isAbsence = /^(missing-(file|image)|unknown-\w+)$/.test(fault.rule);
  const isNamed = fault.found.includes(parse(file).name);
  if (file === contentFiles.references || file === contentFiles.own)
    return fault.rule === 'unknown-reference';
  return isAbsence && (isNamed || `${file}/`.startsWith(`${fault.file}/`));
}

interface CheckOptions {
  /** Replaces the `address` of `content/site.yaml`. */
  address?: string | undefined;
  listsNotices?: boolean;
  /** Shows also the faults of a file that are much like those before them. */
  all?: boolean;
}

/**
 * Prints the result of a check. Returns whether the site can be built. Notices are only counted by
 * default, to keep the output of builds short.
 */
export function printFindings(
  { faults, notices, unset, privateFields, untranslated, summary }: Findings,
  root: string,
  { address, listsNotices = false, all = false }: CheckOptions = {},
): boolean {
  if (faults.length > 0) {
    console.error(formatFaults(faults, { isShort: !all }));
    return false;
  }
  console.log(`Content checked: ${summary}; no faults.`);
  const { origin } = loadSiteAddress(root, address);
  const missing = unset.filter((name) => name !== 'address' || origin === undefined);
  if (missing.length > 0) console.log(formatUnset(missing));
  if (privateFields.size > 0) console.log(formatPrivateFields(privateFields));
  if (listsNotices && untranslated.length > 0) console.log(formatUntranslated(untranslated, all));
  if (notices.length > 0 && listsNotices) console.log(`\n${formatNotices(notices, !all)}`);
  else if (notices.length > 0) console.log(`Notices: ${notices.length}, listed by npm run check.`);
  return true;
}

/** Checks the content of a snapshot and prints the result. Returns whether it can be built. */
export async function checkSnapshot(
  { root, faults }: Snapshot,
  options: CheckOptions = {},
): Promise<boolean> {
  const start = Date.now();
  const cache = { folder: ownFolder('.cache/made/check'), version: hashCode(projectFolder) };
  const findings = await checkContent(root, faults, cache);
  removeUnused(cache, start);
  return printFindings(findings, root, options);
}

/** Runs `work` on a temporary snapshot of the author's files. */
export async function withSnapshot<Result>(
  source: string | undefined,
  work: (snapshot: Snapshot) => Promise<Result> | Result,
): Promise<Result> {
  const root = ownFolder(`.cache/work/check-${process.pid}`);
  try {
    return await work(await takeSnapshot(findSource(source), root));
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

interface RunOptions {
  source?: string;
  all?: boolean;
  fix?: boolean;
}

/** `npm run check` */
export async function run({ source, all = false, fix = false }: RunOptions): Promise<number> {
  const find = ({ root, faults }: Snapshot) => checkContent(root, faults);
  if (fix) {
    const changes = await fixContent(findSource(source), async () => {
      const { faults, notices } = await withSnapshot(source, find);
      return [...faults, ...notices];
    });
    console.log(`${formatChanges(changes)}\n`);
  }
  const check = (snapshot: Snapshot) => checkSnapshot(snapshot, { listsNotices: true, all });
  return (await withSnapshot(source, check)) ? 0 : 1;
}

function formatAmount(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? '' : 's'}`;
}
