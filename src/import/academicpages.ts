import { findLinkLabel } from '../lib/link-labels.ts';
import {
  leaveFields,
  readDate,
  readFirst,
  readText,
  type Document,
  type Fields,
} from './document.ts';
import { leave, type Draft } from './draft.ts';
import { hasFolder, type Generator } from './generator.ts';
import { addReferences, readOnlyWork } from './bibliography.ts';
import {
  jekyllLooks,
  listAddresses,
  listNames,
  readCollection,
  readConfig,
  readTags,
} from './jekyll.ts';
import { findFile } from './links.ts';
import { removeTags } from './marks.ts';
import { noFacts, readStatus, type PaperFacts } from './paper.ts';
import { addPages } from './jekyll-pages.ts';
import { addProject, addPublication } from './outputs.ts';
import { nameText } from './source.ts';
import { addTalks } from './talks.ts';
import { readWork } from './work.ts';

const linkFields = {
  paperurl: 'paper',
  slidesurl: 'slides',
  codeurl: 'code',
  videourl: 'video',
  posterurl: 'poster',
};

const known = [
  'title',
  'date',
  'excerpt',
  'venue',
  'permalink',
  'redirect_from',
  'tags',
  'category',
  'citation',
  'bibtexurl',
  'header',
  ...Object.keys(linkFields),
];

export const academicpages: Generator = {
  name: 'academicpages',
  detect: (source) =>
    hasFolder(source, '_publications', '_portfolio', '_talks') &&
    !hasFolder(source, '_bibliography'),
  read: (draft) => {
    const config = readConfig(draft);
    for (const document of readCollection(draft, '_publications'))
      readPublication(draft, config, document);
    for (const document of readCollection(draft, '_portfolio'))
      readProject(draft, config, document);
    addTalks(draft, config, 'talks');
    for (const collection of ['posts', 'teaching', 'pages']) addPages(draft, config, collection);
    const ofPapers = draft.source.files.filter((file) => /^files\/.*\.bib$/i.test(file));
    for (const file of draft.source.files.filter(
      (one) => /\.bib$/i.test(one) && !ofPapers.includes(one),
    ))
      addReferences(draft, file);
  },
};

function readPublication(draft: Draft, config: Fields, document: Document): void {
  const { file, fields, line } = document;
  const bib = findFile(draft, file, readText(fields.bibtexurl) || './');
  const work = bib === undefined ? undefined : readOnlyWork(draft, bib);
  const cited: PaperFacts =
    work === undefined
      ? noFacts
      : readWork(work, (address) => (/^https?:/.test(address) ? address : ''));
  const venue = readText(fields.venue);
  const citation = removeTags(readText(fields.citation));
  const links = Object.entries(linkFields).flatMap(([name, label]) => {
    const address = readText(fields[name]);
    const isPdf = label === 'paper' && /\.pdf$/i.test(address);
    return address === ''
      ? []
      : [{ label: isPdf ? 'PDF' : (findLinkLabel(label) ?? label), address }];
  });
  addPublication(
    draft,
    document,
    {
      dialect: 'liquid',
      name: nameText(file),
      formerly: listAddresses(config, 'publications', document),
      isAbstract: true,
    },
    {
      ...cited,
      title: readText(fields.title) || cited.title,
      abstract: removeTags(readText(fields.excerpt)) || cited.abstract,
      status: readStatus(venue, venue !== '' && readDate(fields.date) !== '') || cited.status,
      venue:
        venue === '' || cited.venue.name !== ''
          ? cited.venue
          : {
              name: venue,
              acronym: '',
              year: undefined,
              kind: nameKind(venue, readText(fields.category)),
            },
      date: readDate(fields.date) || cited.date,
      tags: readTags(fields),
      links: [...links, ...cited.links],
    },
  );
  if (citation !== '' && cited.authors.length === 0)
    leave(
      draft,
      file,
      line('citation'),
      `The authors are only in the words of “citation”: ${citation}`,
    );
  leaveFields(draft, document, known, jekyllLooks);
}

function nameKind(venue: string, category: string): string {
  if (category === 'conferences') return 'conference';
  if (/\b(?:arxiv|biorxiv|medrxiv|ssrn)\b/i.test(venue)) return 'preprint-server';
  const isJournal =
    category === 'manuscripts' || /\b(?:journal|transactions|annals|letters|review)\b/i.test(venue);
  return isJournal ? 'journal' : 'conference';
}

function readProject(draft: Draft, config: Fields, document: Document): void {
  const { file, fields } = document;
  addProject(
    draft,
    document,
    {
      dialect: 'liquid',
      name: nameText(file),
      formerly: listAddresses(config, 'portfolio', document),
    },
    {
      title: readText(fields.title),
      started: readDate(fields.date),
      ...{ ended: '', tags: readTags(fields), repository: '', links: [] },
      lead: readFirst(fields, ['excerpt']),
    },
    listNames(fields),
  );
  leaveFields(draft, document, known, jekyllLooks);
}
