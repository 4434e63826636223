import { isMap, isScalar, isSeq, parseDocument, type Node, type Pair } from 'yaml';
import { renameCitations, withholdWorks } from '../bibliography/own-works.ts';
import { splitText } from '../loaders/entry-file.ts';
import { contentFiles, entryFolder } from '../loaders/files.ts';
import {
  isOwnWork,
  joinBibliographies,
  listWithheldWorks,
  nameWithheldEntries,
  withholdOwnWorks,
} from './own-works.ts';
import { blankNavigation, isWithheld, listWithheldPages, redirectLinks } from './pages.ts';

/** The texts of `content/`, by their paths from the folder that holds it. */
export type ContentTexts = ReadonlyMap<string, string>;

/** The fields of entries that name their authors, or lead to them. */
const identifying = ['authors', 'links', 'repository', 'formerly', 'doi', 'versions'];

export interface CopyOptions {
  /** Leaves out the venue and the standing of papers. */
  withoutVenues?: boolean | undefined;
}

export interface AnonymousTexts {
  copy: Map<string, string>;
  /** The citation keys of the withheld works. */
  withheld: string[];
  /** The files that are left out as a whole. */
  removed: string[];
}

/**
 * Returns the texts without the fields that identify the author, without pages and news, and with
 * the works of `people` withheld. Links to a page that is left out lead to the Research page. Every
 * other text keeps its line. The author's own words are not changed.
 */
export function buildAnonymousTexts(
  texts: ContentTexts,
  people: readonly string[],
  { withoutVenues = false }: CopyOptions = {},
): AnonymousTexts {
  const removed = Array.from(texts.keys()).filter((file) => isWithheld(file, texts));
  const pages = [...listWithheldPages(removed), ...listWithheldWorks(texts)];
  const { bib, keys: workKeys } = withholdWorks(joinBibliographies(texts), people);
  const keys = new Map([...workKeys, ...nameWithheldEntries(texts, workKeys)]);
  const buildEntry = (file: string, text: string) => {
    const bare = blankFields(text, identifying);
    const linked = redirectLinks(bare, pages);
    const renamed = renameReferences(renameCitations(linked, keys), keys);
    if (!withoutVenues) return renamed;
    if (file.startsWith(entryFolder('output')))
      return blankFields(renamed, ['event', 'place', 'date', 'history']);
    if (!file.startsWith(entryFolder('paper'))) return renamed;
    return hideStanding(renamed, isOwnWork(texts, file));
  };
  const kept = Array.from(texts).filter(([file]) => !isWithheld(file, texts));
  const copy = new Map(
    kept.map(([file, text]) => {
      if (file === contentFiles.references) return [file, bib];
      if (file === contentFiles.own) return [file, withholdOwnWorks(texts, withoutVenues)];
      if (file === contentFiles.people) return [file, blankText(text)];
      if (file === contentFiles.site)
        return [file, blankNavigation(blankFields(text, ['address', 'author']), pages)];
      return [file, buildEntry(file, text)];
    }),
  );
  return { copy, withheld: [...workKeys.keys()], removed };
}

/**
 * Hides the venue of a paper and the fields that reveal it. A withdrawn or retracted paper keeps
 * its status. A work of `content/own.bib` need not state its status.
 */
function hideStanding(text: string, isOwn: boolean): string {
  const status = findField(text, 'status')?.value;
  const hidden = ['venue', 'date', 'type'];
  if (!isScalar(status)) return isOwn ? blankFields(text, [...hidden, 'history']) : text;
  if (/^(withdrawn|retracted)$/i.test(String(status.value).trim()))
    return blankFields(text, hidden);
  return blankFields(replaceNode(text, status, 'withheld'), [...hidden, 'history']);
}

function renameReferences(text: string, keys: ReadonlyMap<string, string>): string {
  const list = findField(text, 'references')?.value;
  // One reference may stand without a list.
  const items = isSeq<Node>(list) ? list.items : list ? [list] : [];
  return items.reduceRight((renamed, item) => {
    const key = isScalar(item) ? keys.get(String(item.value).trim()) : undefined;
    return key === undefined ? renamed : replaceNode(renamed, item, key);
  }, text);
}

function blankFields(text: string, names: readonly string[]): string {
  return names.reduce((bare, name) => {
    const { key, value } = findField(bare, name) ?? {};
    const [start, end] = [key?.range?.[0] ?? 0, (value ?? key)?.range?.[1] ?? 0];
    return bare.slice(0, start) + blankText(bare.slice(start, end)) + bare.slice(end);
  }, text);
}

/** Replaces each character but the ends of lines. */
function blankText(text: string): string {
  return text.replace(/[^\n]/g, ' ');
}

function replaceNode(text: string, { range }: Node, value: string): string {
  const [start = 0, end = start] = range ?? [];
  return text.slice(0, start) + value + text.slice(end);
}

/** Finds a field in a text that is YAML as a whole or has it as front matter. */
function findField(text: string, name: string): Pair<Node, Node | null> | undefined {
  const { contents } = parseDocument(splitText(text)?.fields ?? text);
  if (!isMap<Node, Node | null>(contents)) return undefined;
  return contents.items.find(({ key }) => isScalar(key) && key.value === name);
}
