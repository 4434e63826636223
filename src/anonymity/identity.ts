import type { Name } from '../bibliography/names.ts';
import { withholdWorks } from '../bibliography/own-works.ts';
import { parseBibliography } from '../bibliography/parse.ts';
import type { Reference } from '../bibliography/reference.ts';
import type { SourceLocation } from '../lib/located.ts';
import { splitText } from '../loaders/entry-file.ts';
import { contentFiles } from '../loaders/files.ts';
import { buildLocation, type Path } from '../loaders/source.ts';
import { readOwnFields } from '../loaders/own-entries.ts';
import { parseYaml, type YamlSource } from '../loaders/yaml.ts';
import * as addresses from './address-pattern.ts';
import type { ContentTexts } from './copy.ts';
import { buildNamePatterns } from './name-pattern.ts';
import { joinBibliographies } from './own-works.ts';
import { buildPhrase, type Patterns } from './pattern.ts';

/** A string that identifies the author, and its location in the content. */
export interface Identifier extends Patterns {
  /** As the author wrote it. */
  text: string;
  /** The path of its field, as `author.name`. */
  field: string;
  place: SourceLocation;
}

export interface Identity {
  /** The names of the author and of all authors of papers. */
  people: string[];
  identifiers: Identifier[];
}

interface LocatedField {
  field: string;
  text: string;
  place: SourceLocation;
}

const names = /^(author\.name|authors\.\d+)$/;

/** How to search for the value of each field. The first matching row counts. */
const readings: [field: RegExp, ...build: ((text: string, cited: Name[]) => Patterns)[]][] = [
  [names, buildNamePatterns],
  [/^authors\.\d+\.orcid$/, addresses.buildOrcidPatterns],
  [/^authors\.\d+\.url$/, addresses.buildAddressPatterns],
  [/^authors\.\d+\.affiliation/, addresses.buildTextPatterns],
  [/^author\.github$/, addresses.buildAccountPatterns],
  [/^author\.orcid$/, addresses.buildOrcidPatterns],
  [/^author\.email$/, addresses.buildEmailPatterns],
  [/^author\./, addresses.buildTextPatterns],
  [
    /^address$/,
    addresses.buildAddressPatterns,
    addresses.buildHostPatterns,
    addresses.buildTenantPatterns,
  ],
  [/^links\.\d+\.address$/, addresses.buildAddressPatterns, addresses.buildWorkPatterns],
  [/^repository$/, addresses.buildRepositoryPatterns, addresses.buildOwnerPatterns],
];

/** Returns every string in the texts of `content/` that identifies the author. */
export function findIdentity(texts: ContentTexts): Identity {
  const fields = [...texts].flatMap(([file, text]) => listFields(file, text));
  const people = fields.filter(({ field }) => names.test(field)).map(({ text }) => text);
  const bib = joinBibliographies(texts);
  const { works, strangers } = withholdWorks(bib, people);
  const identifiers = [
    ...fields.flatMap((one) => {
      const [, ...builders] = readings.find(([field]) => field.test(one.field)) ?? [/^/];
      return builders.map((build): Identifier => ({ ...one, ...build(one.text, strangers) }));
    }),
    ...listWorks(works, texts),
  ].filter(({ sure }) => sure.length > 0);
  // An author of several papers is listed once.
  const sources = identifiers.map(({ sure, word, name }) => [...sure, word, name].join());
  return {
    people: [...new Set(people)],
    identifiers: identifiers.filter((_, index) => sources.indexOf(sources[index] ?? '') === index),
  };
}

/** Returns every text in the fields of a file, with its path. */
function listFields(file: string, text: string): LocatedField[] {
  if (file === contentFiles.references) return [];
  if (file === contentFiles.own)
    return parseBibliography(text, file).entries.flatMap((entry) =>
      listTexts(readOwnFields({ entry })),
    );
  return listTexts(parseYaml(splitText(text)?.fields ?? text, file));
}

function listTexts({ data, locate }: Pick<YamlSource, 'data' | 'locate'>): LocatedField[] {
  const list = (value: unknown, path: Path): LocatedField[] => {
    if (typeof value === 'string')
      return [{ field: path.join('.'), text: value.trim(), place: locate(path) }];
    if (typeof value !== 'object' || value === null) return [];
    const whole = path[0] === 'authors' && path.length === 2 ? joinName(value) : '';
    return [
      ...(whole === '' ? [] : [{ field: path.join('.'), text: whole, place: locate(path) }]),
      ...Object.entries(value).flatMap(([key, part]) =>
        list(part, [...path, Array.isArray(value) ? Number(key) : key]),
      ),
    ];
  };
  return list(data, []);
}

/** Joins the parts of a name to a text. */
function joinName(author: object): string {
  const { name, literal, given, particle, family, suffix } = author as Record<string, unknown>;
  const whole = typeof literal === 'string' ? `{${literal}}` : name;
  const parts = typeof whole === 'string' ? [whole] : [given, particle, family, suffix];
  return parts
    .filter((part) => typeof part === 'string')
    .join(' ')
    .trim();
}

/** Returns the identifiers of the author's own works. */
function listWorks(works: readonly Reference[], texts: ContentTexts): Identifier[] {
  const own = texts.get(contentFiles.own) ?? '';
  return works.flatMap(({ doi, eprint, url, source }) => {
    const file = own.includes(source) ? contentFiles.own : contentFiles.references;
    const bib = texts.get(file) ?? '';
    const place = buildLocation(file, bib, bib.indexOf(source));
    const build = (field: string, text: string | undefined, read: (text: string) => Patterns) =>
      text === undefined ? [] : [{ field, text, place, ...read(text) }];
    return [
      ...build('doi', doi, buildPhrase),
      ...build('eprint', eprint, buildPhrase),
      ...build('url', url, addresses.buildAddressPatterns),
      ...build('url', url, addresses.buildWorkPatterns),
    ];
  });
}
