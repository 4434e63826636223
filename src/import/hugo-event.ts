import {
  leaveFields,
  readDate,
  readFirst,
  readInner,
  readList,
  readText,
  type Document,
} from './document.ts';
import type { Draft } from './draft.ts';
import { hugoLooks, knownFields, listHugoAddresses, listNames } from './hugo-fields.ts';
import { readHugoLinks } from './hugo-links.ts';
import { findProjects, listThreads, readAuthors } from './hugo-publication.ts';
import { addOutput, findOutputType } from './outputs.ts';
import { nameText } from './source.ts';

const known = [...knownFields, ...'event event_name event_url location address all_day'.split(' ')];

/** Adds an event as a talk, or as a poster if its categories or tags say so. `owners` are people by their folders. */
export function addEvent(
  draft: Draft,
  document: Document,
  owners: ReadonlyMap<string, string>,
): void {
  const { file, fields } = document;
  const { city, region, country } = readInner(fields.address);
  const address = [city, region, country].map(readText).filter(Boolean).join(', ');
  const page = readText(fields.event_url);
  const authors = readAuthors(draft, document, owners);
  const isAlone = authors.length === 1 && authors[0] === draft.settings.author.name;
  addOutput(
    draft,
    document,
    { dialect: 'hugo', name: nameText(file), formerly: listHugoAddresses(document) },
    {
      title: readText(fields.title),
      type: findOutputType(listNames(fields)) === 'poster' ? 'poster' : 'talk',
      abstract: readText(fields.abstract),
      date: readDate(fields.date),
      authors: isAlone ? [] : authors,
      event: readFirst(fields, ['event', 'event_name']),
      place: [readText(fields.location), address].filter(Boolean).join(', '),
      tags: readList(fields.tags),
      threads: listThreads(findProjects(draft, document)),
      links: [
        ...(page === '' ? [] : [{ label: 'Event', address: page }]),
        ...readHugoLinks(draft, document),
      ],
      lead: readFirst(fields, ['summary', 'subtitle']),
    },
  );
  leaveFields(draft, document, known, hugoLooks);
}
