import { textNames, type TextName } from '../kinds/registry.ts';
import type { Fault } from '../lib/fault.ts';
import { isFormerAddress, nameFormerFile } from '../lib/former-address.ts';
import type { Located, LocatedContent } from '../lib/located.ts';
import type { PageFields } from '../schema/page.ts';
import type { EntryLink } from './entry.ts';
import type { Graph } from './graph.ts';
import { isPartOfList, listContentPages } from './page-links.ts';

/** An address that the page of an entry had before. */
export interface Redirect {
  from: string;
  /** The path of its file, from the folder of the site. */
  file: string;
  to: EntryLink;
}

/**
 * Lists the former addresses of the pages of entries, of which `links` has one for each entry, and `translated` one for
 * each translation.
 */
export function listRedirects(
  { entries, freePages, translations }: Graph,
  links: Readonly<Record<TextName, readonly EntryLink[]>>,
  translated: readonly EntryLink[],
  address: (path: string) => string,
): Redirect[] {
  const list = (
    texts: readonly { data: Pick<PageFields, 'formerly'> }[],
    pages: readonly EntryLink[],
  ) =>
    texts.flatMap(({ data }, index) => {
      const to = pages[index];
      if (to === undefined) throw new Error('A text has no page.');
      return (data.formerly ?? []).map((path) => ({
        from: address(path),
        file: nameFormerFile(path),
        to,
      }));
    });
  return [
    ...textNames.flatMap((kind) => list(kind === 'page' ? freePages : entries[kind], links[kind])),
    ...list(translations, translated),
  ];
}

/** Some file systems do not tell capitals from small letters. */
const nameFile = (path: string): string => nameFormerFile(path).toLowerCase();

/** Finds former addresses that a page has now, or that are claimed twice. Malformed ones are reported elsewhere. */
export function checkFormerAddresses(content: LocatedContent): Fault[] {
  const { entries, translations = [], publicFiles } = content;
  const claims = [...entries, ...translations]
    .flatMap(({ formerly = [] }) => formerly)
    .map((claim) => ({ ...claim, value: claim.value.trim() }))
    .filter(({ value }) => isFormerAddress(value));
  const pages = new Map([
    ...publicFiles.map((file): [string, string] => [
      file.replaceAll('\\', '/').toLowerCase(),
      `public/${file}`,
    ]),
    ...listContentPages(content).map((page): [string, string] => [nameFile(page), page]),
  ]);
  const known = new Map<string, Located<string>>();
  return claims.flatMap((claim): Fault[] => {
    const file = nameFile(claim.value);
    const page = pages.get(file);
    if (page !== undefined) return [describeTaken(claim, `the site has the page ${page}`)];
    const part = `/${file.replace(/index\.html$/, '')}`;
    if (isPartOfList(part, entries))
      return [describeTaken(claim, `the site may divide its list into pages such as ${part}`)];
    const other = known.get(file);
    known.set(file, other ?? claim);
    if (other === undefined) return [];
    const { place, value } = other;
    return [describeTaken(claim, `${place.file} names ${value} in line ${place.line}`)];
  });
}

function describeTaken({ place, value }: Located<string>, reason: string): Fault {
  return {
    rule: 'taken-address',
    ...place,
    found: value,
    expected: `an old address that leads to one page alone, and that no page has now; ${reason}`,
    fix: 'Remove the address here, or correct it.',
  };
}
