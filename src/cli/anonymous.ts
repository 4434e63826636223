import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildAnonymousTexts, type ContentTexts, type CopyOptions } from '../anonymity/copy.ts';
import { findIdentity, type Identifier } from '../anonymity/identity.ts';
import { findLeaks, findOrigins, type Leak } from '../anonymity/leaks.ts';
import { formatLeaks, formatUnread } from '../anonymity/report.ts';
import type { PublishedFile } from '../lib/attachment.ts';
import { listPublishedFiles } from '../loaders/attachments/list.ts';
import { contentFiles } from '../loaders/files.ts';
import { hasFile, listAllEntries } from '../loaders/own-entries.ts';
import { readTextFile } from '../loaders/text-file.ts';
import { projectFolder } from './project.ts';
import { publish, type SiteOptions } from './publish.ts';
import type { Snapshot } from './snapshot.ts';

interface AnonymousOptions extends CopyOptions, Omit<SiteOptions, 'root'> {
  /** Words that never count as a leak. */
  allow?: string[] | undefined;
}

/**
 * Builds the site without the fields that identify its author, which are removed from the
 * snapshot, and searches the result for them. If one is found, the previous site stays in place.
 * Returns whether it was built.
 */
export async function buildAnonymous(
  { root }: Snapshot,
  options: AnonymousOptions,
): Promise<boolean> {
  const { address, allow = [] } = options;
  const texts = loadTexts(root);
  const { people, identifiers } = findIdentity(texts);
  const { copy, withheld, removed } = buildAnonymousTexts(texts, people, options);
  if (withheld.length > 0) console.log(`Withheld: ${withheld.join(', ')}.`);
  if (removed.length > 0) console.log(`Left out: ${removed.join(', ')}.`);
  for (const file of removed) rmSync(join(root, file));
  for (const [file, text] of copy) writeFileSync(join(root, file), text);
  return await publish({
    ...options,
    root,
    // Only the path of the address goes into the site.
    address: URL.parse(address ?? '')?.pathname ?? address ?? '/',
    inspect: (site, progress) => {
      progress.tell('Searching the site for its author');
      return inspect(site, identifiers, allow, copy, listPublishedFiles(root));
    },
  });
}

function loadTexts(root: string): Map<string, string> {
  const { site, references, people, own, news } = contentFiles;
  const optional = [people, own, news, ...listAllEntries(root)].filter((file) =>
    hasFile(root, file),
  );
  return new Map(
    [site, references, ...optional].map((file) => [file, readTextFile(root, file).text ?? '']),
  );
}

/**
 * Prints identifiers of the author in the site built into `site`. Returns whether there are none.
 */
export async function inspect(
  site: string,
  identifiers: readonly Identifier[],
  allow: readonly string[],
  copy: ContentTexts,
  files: readonly PublishedFile[] = [],
): Promise<boolean> {
  if (identifiers.length === 0) {
    console.log(
      'content/ does not name an author, so there was nothing to search for.\n' +
        'The texts and pictures may still name somebody.',
    );
    return true;
  }
  const strings = `${identifiers.length} string${identifiers.length === 1 ? '' : 's'}`;
  const { leaks, count, unread } = await findLeaks(join(projectFolder, site), identifiers, allow);
  if (unread.length > 0) console.log(formatUnread(unread));
  if (leaks.length > 0) {
    console.error(formatLeaks(leaks, site, (leak) => adviseOn(leak, copy, allow, files)));
    return false;
  }
  console.log(`Searched ${count} files for ${strings} that identify the author; found none.`);
  console.log('Words drawn in pictures cannot be searched. Look at the pictures yourself.');
  return true;
}

/** Returns the fix of a leak, depending on its origin. */
function adviseOn(
  leak: Leak,
  copy: ContentTexts,
  allow: readonly string[],
  files: readonly PublishedFile[],
): string {
  const { file, place } = leak;
  if (existsSync(join(projectFolder, 'public', file))) return `Remove or replace public/${file}.`;
  const own = files.find(({ path }) => path === `/${file}`);
  if (own !== undefined) return `Remove or replace ${own.file}, or the link to it.`;
  const origins = findOrigins(leak, copy, allow);
  if (origins !== undefined) return `Change it in ${origins}, where it comes from.`;
  if ('where' in place && place.where === 'its name') return 'Rename its source.';
  return 'Replace its source.';
}
