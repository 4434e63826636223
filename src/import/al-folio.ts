import { posix } from 'node:path';
import { addOwnWorks, addReferences } from './bibliography.ts';
import {
  leaveFields,
  readDate,
  readFirst,
  readInner,
  readText,
  type Document,
  type Fields,
} from './document.ts';
import { leave, type Draft } from './draft.ts';
import { hasFolder, type Generator } from './generator.ts';
import {
  jekyllLooks,
  leaveCollection,
  listAddresses,
  listNames,
  readCollection,
  readConfig,
  readTags,
} from './jekyll.ts';
import { addPages } from './jekyll-pages.ts';
import { addNews } from './news.ts';
import { addProject } from './outputs.ts';
import { nameText } from './source.ts';
import { addTalks } from './talks.ts';

const known =
  'title date description permalink redirect_from tags github redirect author authors'.split(' ');

/** al-folio, and other sites of Jekyll. */
export const alFolio: Generator = {
  name: 'al-folio',
  detect: (source) =>
    hasFolder(source, '_bibliography', '_projects') ||
    (source.files.includes('_config.yml') && hasFolder(source, '_posts')),
  read: (draft) => {
    const config = readConfig(draft);
    readBibliographies(draft, config);
    for (const document of readCollection(draft, '_projects')) readProject(draft, config, document);
    for (const collection of ['talks', 'presentations']) addTalks(draft, config, collection);
    for (const collection of ['posts', 'pages', 'teachings']) addPages(draft, config, collection);
    for (const document of readCollection(draft, '_news')) addNews(draft, document, 'liquid');
    leaveCollection(draft, '_books', 'A book that you read: this site has no place for it.');
    for (const file of draft.source.files.filter((one) =>
      /^_data\/cv\.ya?ml$|^assets\/json\/resume\.json$/.test(one),
    ))
      leave(draft, file, 1, 'A curriculum vitae: this site has no place for it.');
  },
};

/** The bibliography that the site shows has the works of the author. */
function readBibliographies(draft: Draft, config: Fields): void {
  const shown = readText(readInner(config.scholar).bibliography) || 'papers.bib';
  const files = draft.source.files.filter((file) =>
    /^(?:_bibliography|assets\/bibliography)\/.*\.bib$/i.test(file),
  );
  for (const file of files)
    if (file.startsWith('_') && posix.basename(file) === shown) addOwnWorks(draft, file);
    else addReferences(draft, file);
}

function readProject(draft: Draft, config: Fields, document: Document): void {
  const { file, fields, line } = document;
  const redirect = readText(fields.redirect);
  addProject(
    draft,
    document,
    {
      dialect: 'liquid',
      name: nameText(file),
      formerly: listAddresses(config, 'projects', document),
    },
    {
      title: readText(fields.title),
      started: readDate(fields.date),
      ended: '',
      tags: readTags(fields),
      repository: readText(fields.github),
      lead: readFirst(fields, ['description']),
      links: redirect === '' ? [] : [{ label: 'Website', address: redirect }],
    },
    listNames(fields),
  );
  if (readText(fields.img) !== '')
    leave(draft, file, line('img'), 'img: an entry has no picture of its own here.');
  leaveFields(draft, document, [...known, 'img'], jekyllLooks);
}
