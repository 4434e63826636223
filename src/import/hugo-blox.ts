import { posix } from 'node:path';
import {
  leaveFields,
  readDate,
  readDocument,
  readFirst,
  readList,
  readText,
  type Document,
} from './document.ts';
import { leave, type Draft } from './draft.ts';
import { hasFolder, type Generator } from './generator.ts';
import { addEvent } from './hugo-event.ts';
import { folders, hugoLooks, knownFields, listHugoAddresses, listNames } from './hugo-fields.ts';
import { readHugoLinks } from './hugo-links.ts';
import { readPublication } from './hugo-publication.ts';
import { readHugoSettings } from './hugo-settings.ts';
import { addProject } from './outputs.ts';
import { listTextFiles, nameText } from './source.ts';
import { addPage, isHidden } from './texts.ts';

/** HugoBlox, once called Wowchemy and Academic. */
export const hugoBlox: Generator = {
  name: 'HugoBlox',
  detect: (source) =>
    hasFolder(
      source,
      'content/publication',
      'content/publications',
      'content/project',
      'content/event',
      'content/talk',
      'content/authors',
    ),
  read: (draft) => {
    const owners = readHugoSettings(draft);
    // Events and publications name projects, which have to be known.
    const namesProjects = (file: string) =>
      folders.publication.test(file) || folders.event.test(file);
    const texts = Object.groupBy(listTextFiles(draft.source, 'content'), (file) =>
      namesProjects(file) ? 'last' : 'first',
    );
    for (const file of [texts.first ?? [], texts.last ?? []].flat())
      readContent(draft, file, owners);
    for (const file of draft.source.files.filter((one) =>
      /^content\/.*\/featured\.\w+$/i.test(one),
    ))
      leave(draft, file, 1, 'An entry has no picture of its own here.');
    for (const file of draft.source.files.filter((one) => /^content\/.*\.ipynb$/.test(one)))
      leave(draft, file, 1, 'A notebook: this site has no place for it.');
  },
};

function readContent(draft: Draft, file: string, owners: ReadonlyMap<string, string>): void {
  // The page of a list has no text of its own.
  if (posix.basename(file) === '_index.md' || !folders.content.test(file)) return;
  if (file.startsWith('content/courses/hugo-blox/')) {
    leave(draft, file, 1, 'A text about HugoBlox, which comes with it.');
    return;
  }
  const document = readDocument(draft, file);
  if (document === undefined || isHidden(draft, document)) return;
  if (folders.publication.test(file)) readPublication(draft, document, owners);
  else if (folders.project.test(file)) readProject(draft, document);
  else if (folders.event.test(file)) addEvent(draft, document, owners);
  else if (/^content\/(?:slides|home)\//.test(file))
    leave(draft, file, 1, 'Slides or widgets: this site has no place for them.');
  else addText(draft, document);
}

function readProject(draft: Draft, document: Document): void {
  const { fields, file } = document;
  const links = readHugoLinks(draft, document);
  const code = links.find(({ label, address }) => label === 'Code' && /^https?:/.test(address));
  // A folder such as content/software/ says as much as a category.
  const [, , folder = ''] = /^content\/([a-z]{2}\/)?([^/]+)/.exec(file) ?? [];
  addProject(
    draft,
    document,
    { dialect: 'hugo', name: nameText(file), formerly: listHugoAddresses(document) },
    {
      title: readText(fields.title),
      started: readDate(fields.date),
      ended: '',
      tags: readList(fields.tags),
      repository: code?.address ?? '',
      lead: readFirst(fields, ['summary', 'subtitle']),
      links: links.filter((link) => link !== code),
    },
    [folder, ...listNames(fields)],
  );
  leaveFields(draft, document, knownFields, hugoLooks);
}

/** Adds a text of any other folder as a page. */
function addText(draft: Draft, document: Document): void {
  const { file, fields } = document;
  addPage(
    draft,
    document,
    { dialect: 'hugo', name: nameText(file), formerly: listHugoAddresses(document) },
    {
      title: readText(fields.title),
      date: readDate(fields.date),
      lead: readFirst(fields, ['abstract', 'summary', 'subtitle']),
      isInNavigation: false,
    },
  );
}
