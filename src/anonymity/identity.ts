import type { Name } from '../bibliography/names.ts';
import { withholdWorks } from '../bibliography/own-works.ts';
import { parseBibliography } from '../bibliography/parse.ts';
import type { Reference } from '../bibliography/reference.ts';
import type { SourceLocation } from '../lib/located.ts';
import {
  findProfileId,
  profileNames,
  readGithub,
  readProfile,
  type ProfileName,
} from '../lib/profiles.ts';
import { joinName } from '../lib/written-name.ts';
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

const names = /^(author\.name|author\.otherNames\.\d+|authors\.\d+|people\.\d+)$/;

type Build = (text: string, cited: Name[]) => Patterns;
type Reading = [field: RegExp, ...build: Build[]];

/** The address of a profile, and its identifier if it is no number. */
function listProfile(name: ProfileName): Build[] {
  const find = (text: string) => findProfileId(name, text) ?? '';
  return [
    (text) => addresses.buildAddressPatterns(readProfile(name, text) ?? text),
    (text) => (/^(?:\d*|.{0,5})$/.test(find(text)) ? { sure: [] } : buildPhrase(find(text))),
  ];
}

/** How to search for the value of each field. The first matching row counts. */
const readings: Reading[] = [
  [names, buildNamePatterns],
  [/^authors\.\d+\.orcid$/, addresses.buildOrcidPatterns],
  [/^authors\.\d+\.url$/, addresses.buildAddressPatterns],
  [/^authors\.\d+\.affiliation/, addresses.buildTextPatterns],
  [/^people\.\d+\.url$/, addresses.buildAddressPatterns],
  [/^people\.\d+\.orcid$/, addresses.buildOrcidPatterns],
  [/^people\.\d+\.affiliation/, addresses.buildTextPatterns],
  [/^author\.github$/, (text) => addresses.buildAccountPatterns(readGithub(text))],
  [/^author\.orcid$/, addresses.buildOrcidPatterns],
  [/^author\.email$/, addresses.buildEmailPatterns],
  [/^author\.huggingFace$/, ...listProfile('huggingFace'), addresses.buildAccountPatterns],
  ...profileNames.map((name): Reading => [new RegExp(`^author\\.${name}$`), ...listProfile(name)]),
  [
    /^author\.website$/,
    addresses.buildAddressPatterns,
    (text) => (URL.canParse(text) ? addresses.buildHostPatterns(text) : { sure: [] }),
    (text) => (URL.canParse(text) ? addresses.buildTenantPatterns(text) : { sure: [] }),
  ],
  // Words that many have, and texts whose names are searched for by themselves.
  [/^author\.(?:position|biography|photo|links\.\d+\.label)/],
  [/^author\./, addresses.buildTextPatterns],
  [
    /^address$/,
    addresses.buildAddressPatterns,
    addresses.buildHostPatterns,
    addresses.buildTenantPatterns,
  ],
  [/^navigation\.\d+\.address$/, addresses.buildAddressPatterns],
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
  const source = parseYaml(splitText(text)?.fields ?? text, file);
  return file === contentFiles.people ? listPeople(source) : listTexts(source);
}

type TextSource = Pick<YamlSource, 'data' | 'locate'>;

function listTexts({ data, locate }: TextSource): LocatedField[] {
  const list = (value: unknown, path: Path): LocatedField[] => {
    if (typeof value === 'string')
      return [{ field: path.join('.'), text: value.trim(), place: locate(path) }];
    if (typeof value !== 'object' || value === null) return [];
    const whole = path[0] === 'authors' && path.length === 2 ? joinName(value) : '';
    const place = locate(path);
    return [
      ...(whole === '' ? [] : [{ field: path.join('.'), text: whole, place }]),
      ...Object.entries(value).flatMap(([key, part]) =>
        list(part, [...path, Array.isArray(value) ? Number(key) : key]),
      ),
    ];
  };
  return list(data, []);
}

/** The names of people are those of their fields. */
function listPeople({ data, locate }: TextSource): LocatedField[] {
  return Object.entries(data ?? {}).flatMap(([name, fields], index) => {
    const person = `people.${index}`;
    const own: object = typeof fields === 'string' ? { url: fields } : (fields as object);
    const place = locate([name]);
    return [
      { field: person, text: name, place },
      ...listTexts({ data: own, locate: () => place }).map((one) => ({
        ...one,
        field: `${person}.${one.field}`,
      })),
    ];
  });
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
