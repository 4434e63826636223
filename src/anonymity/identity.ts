import { withholdWorks } from '../bibliography/own-works.ts';
import type { Place } from '../lib/located.ts';
import { splitText } from '../loaders/entries.ts';
import { contentFiles } from '../loaders/files.ts';
import { buildPlace, type Path } from '../loaders/source.ts';
import { parseYaml } from '../loaders/yaml.ts';
import type { ContentTexts } from './copy.ts';
import * as patterns from './pattern.ts';
import type { Patterns } from './pattern.ts';

/** A string that leads to the author, and where the content says it. */
export interface Identifier extends Patterns {
  /** As the author wrote it. */
  text: string;
  /** The field that holds it, as `author.name`. */
  field: string;
  place: Place;
}

/** Who wrote the content, as far as it says so. */
export interface Identity {
  /** The names of the author and of all who wrote a paper. */
  people: string[];
  identifiers: Identifier[];
}

interface Field {
  field: string;
  text: string;
  place: Place;
}

const names = /^(author\.name|authors\.\d+)$/;

/** How the fields that lead to the author do so; each is read by the first that names it. */
const readings: [field: RegExp, ...build: ((text: string) => Patterns)[]][] = [
  [names, patterns.buildNamePatterns],
  [/^author\.github$/, patterns.buildAccountPatterns],
  [/^author\.orcid$/, patterns.buildOrcidPatterns],
  [/^author\.email$/, patterns.buildEmailPatterns],
  [/^author\./, patterns.buildTextPatterns],
  [/^address$/, patterns.buildAddressPatterns, patterns.buildHostPatterns],
  [/^links\.\d+\.address$/, patterns.buildAddressPatterns, patterns.buildWorkPatterns],
  [/^repository$/, patterns.buildRepositoryPatterns, patterns.buildOwnerPatterns],
];

/** Everything in the texts of `content/` that leads to the author. */
export function findIdentity(texts: ContentTexts): Identity {
  const fields = [...texts].flatMap(([file, text]) => listFields(file, text));
  const people = fields.filter(({ field }) => names.test(field)).map(({ text }) => text);
  const identifiers = [
    ...fields.flatMap((one) => {
      const [, ...builders] = readings.find(([field]) => field.test(one.field)) ?? [/^/];
      return builders.map((build): Identifier => ({ ...one, ...build(one.text) }));
    }),
    ...listWorks(texts.get(contentFiles.references) ?? '', people),
  ].filter(({ sure }) => sure.length > 0);
  // Who wrote several papers is told of once.
  const sources = identifiers.map(({ sure }) => sure.join());
  return {
    people: [...new Set(people)],
    identifiers: identifiers.filter((_, index) => sources.indexOf(sources[index] ?? '') === index),
  };
}

/** Every text in the fields of a file, with the keys and numbers that lead to it. */
function listFields(file: string, text: string): Field[] {
  if (file === contentFiles.references) return [];
  const { data, locate } = parseYaml(splitText(text)?.fields ?? text, file);
  const list = (value: unknown, path: Path): Field[] => {
    if (typeof value === 'string')
      return [{ field: path.join('.'), text: value.trim(), place: locate(path) }];
    if (typeof value !== 'object' || value === null) return [];
    return Object.entries(value).flatMap(([key, part]) =>
      list(part, [...path, Array.isArray(value) ? Number(key) : key]),
    );
  };
  return list(data, []);
}

/** What leads to the works that these people wrote and that are cited. */
function listWorks(bib: string, people: readonly string[]): Identifier[] {
  return withholdWorks(bib, people).works.flatMap(({ doi, eprint, url, source }) => {
    const place = buildPlace(contentFiles.references, bib, bib.indexOf(source));
    const build = (field: string, text: string | undefined, read: (text: string) => Patterns) =>
      text === undefined ? [] : [{ field, text, place, ...read(text) }];
    return [
      ...build('doi', doi, patterns.buildPhrase),
      ...build('eprint', eprint, patterns.buildPhrase),
      ...build('url', url, patterns.buildAddressPatterns),
      ...build('url', url, patterns.buildWorkPatterns),
    ];
  });
}
