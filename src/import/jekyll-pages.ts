import { readDate, readFirst, readText, type Fields } from './document.ts';
import { leave, type Draft } from './draft.ts';
import { listAddresses, readCollection, readPostDate } from './jekyll.ts';
import { nameText } from './source.ts';
import { addPage } from './texts.ts';

/** Liquid that makes a list of other texts. */
const lists = /\{%-?\s*(?:for|assign|bibliography|include_relative)\b/;

/** Adds the texts of a collection as pages. Pages that are lists are left, because this site makes its own. */
export function addPages(draft: Draft, config: Fields, collection: string): void {
  const isPages = collection === 'pages';
  for (const document of readCollection(draft, `_${collection}`)) {
    const { file, fields, body } = document;
    const isList = lists.test(body) || /\b(?:404|archive)\b/.test(file) || body.trim() === '';
    if (isPages && isList) {
      leave(draft, file, 1, 'A list of texts, or a page of the program: this site makes its own.');
      continue;
    }
    const date = collection === 'posts' ? readPostDate(document) : readDate(fields.date);
    const formerly = listAddresses(config, collection, document);
    const place = [fields.venue, fields.location].map(readText).filter(Boolean).join(', ');
    addPage(
      draft,
      document,
      { dialect: 'liquid', name: nameText(file), formerly },
      {
        title: readText(fields.title),
        date: [date, place].filter(Boolean).join(', '),
        lead: readFirst(fields, ['description', 'excerpt']),
        isInNavigation: isPages && fields.nav !== false,
      },
    );
  }
  if (isPages) leaveHtml(draft);
}

function leaveHtml(draft: Draft): void {
  const pages = draft.source.files.filter((file) => /^_pages\/.*\.html$/.test(file));
  for (const file of pages) leave(draft, file, 1, 'A page in HTML: write it in Markdown.');
}
