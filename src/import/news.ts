import { contentFiles } from '../loaders/files.ts';
import { convertBody, type Dialect } from './body.ts';
import { readDate, type Document } from './document.ts';
import { leave, type Draft } from './draft.ts';
import { formatYaml } from './entry-text.ts';
import { EntryFiles } from './links.ts';
import type { PlannedFile, Target } from './plan.ts';

/** A piece of news of the other site. */
export interface DraftNews {
  date: string;
  sentence: string;
  link?: string;
}

const link = /(?<!!)\[([^\]]*)\]\(([^()\s]+)\)/g;

/** Adds a piece of news. Lists one that is more than a sentence with a link. */
export function addNews(draft: Draft, document: Document, dialect: Dialect): void {
  const { file, fields } = document;
  const body = convertBody(draft, document, dialect, new EntryFiles('news'));
  const date = readDate(fields.date) || (/\d{4}-\d\d-\d\d/.exec(file)?.[0] ?? '');
  const targets = Array.from(body.matchAll(link), ([, , address = '']) => address);
  const sentence = body.replace(/\n(?!\n)/g, ' ').replace(link, '$1');
  const isLocal = targets.some((address) => address.startsWith('.'));
  if (date === '' || /[\n!<[\]]/.test(sentence) || sentence === '' || targets.length > 1 || isLocal)
    leave(draft, file, 1, 'News of more than one sentence with a date and a link.');
  else draft.news.push({ date, sentence, ...(targets[0] !== undefined && { link: targets[0] }) });
}

/** Plans the list of news, the newest first, with the new addresses of pages. */
export function planNews(
  draft: Draft,
  target: Target,
  find: (address: string) => string | undefined,
): PlannedFile[] {
  const path = contentFiles.news;
  const { news, source } = draft;
  if (news.length === 0) return [];
  const items = news
    .map((item) =>
      item.link === undefined ? item : { ...item, link: find(item.link) ?? item.link },
    )
    .toSorted((a, b) => b.date.localeCompare(a.date, 'en'));
  const [file = ''] = source.files.filter((one) => /(?:^|\/)(?:_news|updates)\//.test(one));
  if (!target.has(path)) return [{ path, from: { file, line: 1 }, text: formatYaml(items) }];
  leave(draft, file, 1, `News: the site has ${path} already. Move them by hand.`);
  return [];
}
