import { leaveFields, readDate, readFirst, readText, type Fields } from './document.ts';
import type { Draft } from './draft.ts';
import { jekyllLooks, listAddresses, readCollection, readTags } from './jekyll.ts';
import { nameText } from './source.ts';
import { addOutput } from './outputs.ts';

/** The labels of links to the parts of a talk, by their fields. */
const links = { slidesurl: 'Slides', videourl: 'Video', paperurl: 'Paper', link: 'Website' };

const known =
  'title type date venue location tags description excerpt permalink redirect_from'.split(' ');

/** Adds the talks of a collection, one a file, as outputs. Its “type” tells a poster. */
export function addTalks(draft: Draft, config: Fields, collection: string): void {
  for (const document of readCollection(draft, `_${collection}`)) {
    const { file, fields } = document;
    const formerly = listAddresses(config, collection, document);
    addOutput(
      draft,
      document,
      { dialect: 'liquid', name: nameText(file), formerly },
      {
        title: readText(fields.title),
        type: /\bposter\b/i.test(readText(fields.type)) ? 'poster' : 'talk',
        date: readDate(fields.date),
        event: readText(fields.venue),
        place: readText(fields.location),
        tags: readTags(fields),
        lead: readFirst(fields, ['description', 'excerpt']),
        links: Object.entries(links)
          .map(([name, label]) => ({ label, address: readText(fields[name]) }))
          .filter(({ address }) => address !== ''),
      },
    );
    leaveFields(draft, document, [...known, ...Object.keys(links)], jekyllLooks);
  }
}
