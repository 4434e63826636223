import { textNames, type TextName } from '../kinds/registry.ts';
import { hasAppeared } from '../lib/paper-status.ts';
import { profileNames } from '../lib/profiles.ts';
import { readEntryFile } from './entry-file.ts';
import { contentFiles } from './files.ts';
import { hasFile, listEntryFiles } from './own-entries.ts';
import { getValue } from './source.ts';
import { readYamlFile } from './yaml-file.ts';

/** An optional field that is not set, and the consequence. */
export interface UnsetField {
  file: string;
  field: string;
  cost: string;
}

interface CostRow {
  field: string;
  cost: string;
  /** When the row applies. By default, when the field is not set. */
  when?: (fields: unknown) => boolean;
}

const get = (data: unknown, field: string) => getValue(data, field.split('.'));

const isUnset = (data: unknown, field: string) => get(data, field) === undefined;

const isOut = (fields: unknown) => hasAppeared(String(get(fields, 'status')));

/** Whether an output is a talk or a poster. */
const isGiven = (fields: unknown) => /^(?:talk|poster)$/.test(String(get(fields, 'type')));

/** Whether an entry has a history, which brings it into the feeds. */
const hasHistory = (fields: unknown) => {
  const history = get(fields, 'history');
  return Array.isArray(history) && history.length > 0;
};

/** One page elsewhere is as good as another. */
export const elsewhere = ['website', ...profileNames, 'links'].map((name) => `author.${name}`);

/** The consequences of unset fields, in the settings and in entries by kind. */
export const costs: Partial<Record<TextName, CostRow[]>> & Record<'site', CostRow[]> = {
  site: [
    { field: 'address', cost: 'no feeds, sitemap, canonical addresses or preview pictures' },
    { field: 'author.name', cost: 'no author in pages, feeds and data; no CITATION.cff' },
    { field: 'author.position', cost: 'no position beside your name' },
    { field: 'author.affiliation', cost: 'no affiliation in pages and in Google Scholar' },
    { field: 'author.photo', cost: 'no photograph' },
    { field: 'author.biography', cost: 'no biography' },
    { field: 'author.github', cost: 'no link to your account, or to code named without its owner' },
    { field: 'author.orcid', cost: 'no ORCID iD to distinguish you from others of your name' },
    { field: 'author.email', cost: 'no address for readers to write to' },
    {
      field: 'author.links',
      cost: 'no links to your profiles and pages elsewhere',
      when: (fields) => elsewhere.every((name) => isUnset(fields, name)),
    },
    { field: 'license', cost: 'nobody may reuse your texts and figures' },
  ],
  output: [
    {
      field: 'date',
      cost: 'not in feeds; cited without a year',
      when: (fields) => isUnset(fields, 'date') && isUnset(fields, 'versions'),
    },
    {
      field: 'license',
      cost: 'nobody may reuse it',
      when: (fields) => isUnset(fields, 'license') && !isGiven(fields),
    },
  ],
  paper: [
    { field: 'authors', cost: 'not in Google Scholar; cited by title only' },
    {
      field: 'date',
      cost: 'not in Google Scholar, nor in feeds without a history',
      when: (fields) => isUnset(fields, 'date') && !isOut(fields) && !hasHistory(fields),
    },
    {
      field: 'date',
      cost: 'not in Google Scholar',
      when: (fields) => isUnset(fields, 'date') && !isOut(fields) && hasHistory(fields),
    },
    {
      field: 'date',
      cost: 'not in feeds until it has a history',
      when: (fields) => isUnset(fields, 'date') && isOut(fields) && !hasHistory(fields),
    },
  ],
};

/** Returns the unset fields of `content/` below `root`, with their consequences. */
export function listGaps(root: string): UnsetField[] {
  const { site } = contentFiles;
  const settings = { file: site, source: readYamlFile(root, site).source, rows: costs.site };
  // A work of own.bib alone has the fields of BibTeX, and notices tell the missing ones.
  const entries = textNames.flatMap((kind) =>
    (costs[kind] ? listEntryFiles(root, kind) : [])
      .filter((file) => hasFile(root, file))
      .map((file) => ({ file, source: readEntryFile(root, file).source, rows: costs[kind] ?? [] })),
  );
  return [settings, ...entries].flatMap(({ file, source, rows }) =>
    // A field that cannot be read may be set.
    (source === undefined || source.unread.length > 0 ? [] : rows)
      .filter(({ field, when }) => when?.(source?.data) ?? isUnset(source?.data, field))
      .map(({ field, cost }) => ({ file, field, cost })),
  );
}
