import { cpSync, existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildAnonymousTexts, type ContentTexts, type Wishes } from '../anonymity/copy.ts';
import { findIdentity, type Identifier } from '../anonymity/identity.ts';
import { findLeaks, findOrigins, type Leak } from '../anonymity/leaks.ts';
import { formatLeaks } from '../anonymity/report.ts';
import { contentFiles, findSource, listEntries, listFiles } from '../loaders/files.ts';
import { readTextFile } from '../loaders/text-file.ts';
import { checkProject, projectFolder } from './check.ts';
import { nameWorkFolder, publish, type Complete } from './publish.ts';

/** How an anonymous site is to be built. */
export interface AnonymousOptions extends Wishes {
  folder?: string | undefined;
  /** Where it is to stand; of that, the folder alone goes into the site. */
  address?: string | undefined;
  /** Words that are no leak as they stand. */
  allow?: string[] | undefined;
  complete?: Complete | undefined;
}

/**
 * Builds the site without what leads to its author, from a copy of `content/`, into a folder of its own; and
 * searches it for all that was left out. Where something is found, the last good one stays. Says whether
 * it was built.
 */
export async function buildAnonymous(options: AnonymousOptions): Promise<boolean> {
  const { folder = 'dist-anonymous', address, allow = [], complete } = options;
  if (!checkProject()) return false;
  const texts = loadTexts(findSource(projectFolder));
  const { people, identifiers } = findIdentity(texts);
  const { copy, withheld } = buildAnonymousTexts(texts, people, options);
  if (withheld.length > 0) console.log(`Withheld: ${withheld.join(', ')}.`);
  const copyFolder = `.cache/anonymous/${nameWorkFolder(folder)}`;
  writeCopy(findSource(projectFolder), copyFolder, copy);
  process.env.SITE_SOURCE = copyFolder;
  process.env.SITE_ADDRESS = URL.parse(address ?? '')?.pathname ?? '/';
  return publish(folder, {
    complete,
    inspect: (site) => inspect(site, identifiers, allow, copy),
  });
}

function loadTexts(root: string): Map<string, string> {
  const files = listFiles(root);
  const entries = [contentFiles.threads, contentFiles.papers].flatMap((folder) =>
    listEntries(files, folder),
  );
  return new Map(
    [contentFiles.site, contentFiles.references, ...entries].map((file) => [
      file,
      readTextFile(root, file).text ?? '',
    ]),
  );
}

/** Copies `content/` below `root`, with these texts, to where an anonymous site is built from. */
function writeCopy(root: string, copyFolder: string, texts: ContentTexts): void {
  const folder = join(projectFolder, copyFolder);
  rmSync(folder, { recursive: true, force: true });
  cpSync(join(root, 'content'), join(folder, 'content'), { recursive: true });
  for (const [file, text] of texts) writeFileSync(join(folder, file), text);
}

/** Prints what leads to the author in the site that was built into `site`; says whether nothing does. */
export async function inspect(
  site: string,
  identifiers: readonly Identifier[],
  allow: readonly string[],
  copy: ContentTexts,
): Promise<boolean> {
  if (identifiers.length === 0) {
    console.log(
      'Nothing that leads to an author is set in content/, so there was nothing to search for.\n' +
        'Whether the texts and pictures name somebody is not known.',
    );
    return true;
  }
  const strings = `${identifiers.length} string${identifiers.length === 1 ? '' : 's'}`;
  const { leaks, count, unread } = await findLeaks(join(projectFolder, site), identifiers, allow);
  if (leaks.length > 0) {
    console.error(formatLeaks(leaks, site, (leak) => adviseOn(leak, copy, allow)));
    return false;
  }
  console.log(`Searched: ${count} files for ${strings} that lead to the author; none is there.`);
  console.log('What is painted in pictures cannot be searched: look at them.');
  if (unread.length > 0) console.log(`Not read whole, so look into them: ${unread.join(', ')}.`);
  return true;
}

/** What can be done about a leak, by where it comes from. */
function adviseOn(leak: Leak, copy: ContentTexts, allow: readonly string[]): string {
  const { file, place } = leak;
  if (existsSync(join(projectFolder, 'public', file)))
    return `Take public/${file} away, or make it anew.`;
  const origins = findOrigins(leak, copy, allow);
  if (origins !== undefined) return `Change it in ${origins}, where it comes from.`;
  if ('where' in place && place.where === 'its name') return 'Rename what it is made from.';
  return 'Make anew what it is made from.';
}
