import { formatReport, type ReportedFinding } from '../lib/fault.ts';
import type { Leak } from './leaks.ts';

interface AdvisedLeak extends Leak {
  advice: string;
}

/** How many of the other places of a leak are listed. */
const mostPlaces = 4;

/**
 * Formats leaks for a terminal, one block per cause. `folder` holds the files; `advise` returns
 * the fix of a leak.
 */
export function formatLeaks(
  leaks: readonly Leak[],
  folder: string,
  advise: (leak: Leak) => string,
): string {
  const advised = leaks.map((leak) => ({ ...leak, advice: advise(leak) }));
  const groups = Map.groupBy(advised, ({ isWord, match, identifier, advice }) => {
    return `${isWord ? match : identifier.sure.join()} ${advice}`;
  });
  const findings = [...groups.values()].map((group) => buildFinding(group, folder));
  return formatReport(findings, 'leak', new Set(leaks.map(({ file }) => file)).size);
}

function buildFinding(group: readonly AdvisedLeak[], folder: string): ReportedFinding {
  const [{ file, place, found, match, advice }] = group as [AdvisedLeak];
  const fields = group.map(({ identifier: { field, text, place } }) => {
    return `${field}, “${text}” (${place.file}:${place.line})`;
  });
  const [, ...others] = new Set(group.map((one) => one.file + formatPlace(one)));
  const more = others.length - mostPlaces;
  const list = others.slice(0, mostPlaces).join(', ') + (more > 0 ? `, and ${more} more` : '');
  return {
    rule: 'leak',
    file: `${folder}/${file}`,
    place: formatPlace({ place }),
    found: found + (others.length > 0 ? `; also in ${list}` : ''),
    expected: `no trace of ${[...new Set(fields)].join(' or ')}`,
    fix: `${advice} If it does not identify you, add --allow "${match}".`,
  };
}

function formatPlace({ place }: Pick<Leak, 'place'>): string {
  return 'where' in place ? `, ${place.where}` : `:${place.line}:${place.column}`;
}

/** Lists the files that could not be searched, one per line. */
export function formatUnread(files: readonly string[]): string {
  const count = files.length === 1 ? '1 file' : `${files.length} files`;
  const list = files.map((file) => `  ${file}`).join('\n');
  return `Not searched completely: ${count}. Check each yourself:\n${list}`;
}
