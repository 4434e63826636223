import { isMap, isScalar, isSeq, parseDocument, type Node } from 'yaml';
import { contentFiles, findPagePath, parseEntryPath } from '../loaders/files.ts';
import { readTarget } from '../lib/target.ts';
import { readTranslationFile } from '../loaders/originals.ts';

/**
 * Whether a file of `content/` is left out: a page tells who the author is, and so do the news. A translation is left out
 * with the work of `content/own.bib` alone that is its original.
 */
export function isWithheld(file: string, texts: { has: (file: string) => boolean }): boolean {
  const { original } = readTranslationFile(file) ?? {};
  const isAlone = original !== undefined && !texts.has(original);
  return file === contentFiles.news || parseEntryPath(file)?.kind === 'page' || isAlone;
}

/** The paths of the pages that are left out, from the root of the site. */
export function listWithheldPages(files: Iterable<string>): string[] {
  return Array.from(files).flatMap((file) => {
    if (file === contentFiles.news) return ['/news/'];
    return findPagePath(file) ?? [];
  });
}

/** Leads the links of a text to pages that are left out to the Research page. */
export function redirectLinks(text: string, pages: readonly string[]): string {
  return text.replace(
    /(?<=\]\(<?|\]:\s*<?)(\/(?:[\w-]+\/){1,3})(?:[?#][^\s)>]*)?/g,
    (link, page: string) => (pages.includes(page) ? '/' : link),
  );
}

/**
 * Blanks the items of the navigation in the text of `site.yaml` that lead to files, to other sites, and to pages that
 * are left out; the field itself where nothing remains.
 */
export function blankNavigation(text: string, pages: readonly string[]): string {
  const { contents } = parseDocument(text);
  if (!isMap<Node, Node | null>(contents)) return text;
  const field = contents.items.find(({ key }) => isScalar(key) && key.value === 'navigation');
  const items = isSeq<Node>(field?.value) ? field.value.items : [];
  const hidden = items.filter((item) => {
    const target = isMap(item) ? (item.get('page') ?? item.get('address')) : undefined;
    const { kind, address } = readTarget(String(target).trim());
    return kind !== 'page' || pages.includes(address.replace(/[?#].*$/, ''));
  });
  if (hidden.length === 0) return text;
  const gone = hidden.length === items.length ? [field?.key, field?.value] : hidden;
  return gone.reduceRight<string>((rest, node) => blankNode(rest, node ?? undefined), text);
}

/** Blanks a node, with the hyphen before it if it is an item of a list. */
function blankNode(text: string, node: Node | undefined): string {
  const [start = 0, end = start] = node?.range ?? [];
  const hyphen = /-[ \t\n]*$/.exec(text.slice(0, start));
  const from = hyphen?.index ?? start;
  const colon = /^\s*:/.exec(text.slice(end))?.[0].length ?? 0;
  const until = end + colon;
  return text.slice(0, from) + text.slice(from, until).replace(/[^\n]/g, ' ') + text.slice(until);
}
