import { isMap, isScalar, isSeq, parseDocument, type Node } from 'yaml';
import { contentFiles, parseEntryPath } from '../loaders/files.ts';
import { readTarget } from '../lib/target.ts';

/** Whether a file of `content/` is left out: a page tells who the author is, and so do the news. */
export function isWithheld(file: string): boolean {
  return file === contentFiles.news || parseEntryPath(file)?.kind === 'page';
}

/** The paths of the pages that are left out, from the root of the site. */
export function listWithheldPages(files: Iterable<string>): string[] {
  const slugs = Array.from(files).flatMap((file) => {
    if (file === contentFiles.news) return ['news'];
    const text = parseEntryPath(file);
    return text?.kind === 'page' ? [text.slug] : [];
  });
  return slugs.map((slug) => `/${slug}/`);
}

/** Leads the links of a text to pages that are left out to the Research page. */
export function redirectLinks(text: string, pages: readonly string[]): string {
  return text.replace(
    /(?<=\]\(<?|\]:\s*<?)(\/(?:[\w-]+\/){1,2})(?:[?#][^\s)>]*)?/g,
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
