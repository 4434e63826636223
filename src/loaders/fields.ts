import type { z } from 'astro/zod';
import { ContentError, type Fault } from '../lib/fault.ts';
import { linkedField, listProse, listTitles } from '../lib/prose-fields.ts';
import { readLetters } from '../lib/tex/letters.ts';
import { findOpenDirection } from './character-faults.ts';
import { checkMarkup, type MarkupFault } from './field-markup.ts';
import { findStrayCitations } from './field-citations.ts';
import { checkSchema } from './schema-faults.ts';
import type { Path } from './source.ts';
import { findPlacedNames, findSplitNames } from './split-names.ts';
import { findStrayInField } from './stray-markup.ts';
import type { YamlSource } from './yaml.ts';

/** More letters than any field needs: four pages. */
const mostLetters = 10_000;

/** The TeX of macros by name. */
type Macros = Readonly<Record<string, string>>;

/** Checks the fields of one file. `keys` are those of the bibliography. */
export function checkFields(
  schema: z.ZodType,
  source: YamlSource,
  keys: readonly string[],
  macros: Macros = {},
): Fault[] {
  if (source.data === undefined) return source.faults;
  // A misread value is not reported as a wrong value too.
  const schemaFaults = checkSchema(schema, source).filter(isElsewhere(source.faults));
  const known = [...source.faults, ...schemaFaults];
  const prose = new Set(listProse(source.data).map(({ path }) => path.join()));
  const titles = new Set(listTitles(source.data).map(({ path }) => path.join()));
  const { large = [], usual = [] } = Object.groupBy(listTexts(source.data, []), ({ text }) =>
    text.length > mostLetters ? 'large' : 'usual',
  );
  const tooLarge = large.map(({ path, text }): Fault => ({
    rule: 'too-large',
    ...source.locate(path),
    found: `${text.length} letters`,
    expected: `at most ${mostLetters} letters in a field`,
    fix: 'Shorten the text, or move it to the prose below the fields.',
  }));
  const turned = usual.flatMap(({ path, text }) =>
    findOpenDirection(text).map(({ rule, expected, fix }): Fault => ({
      rule,
      ...source.locate(path),
      expected,
      fix,
    })),
  );
  // A macro is TeX.
  const words = usual.filter(({ path }) => path[0] !== 'macros');
  const strays = words.flatMap(({ path, text }) =>
    findMarkup(text, findMarks(path, prose, titles), keys, macros).map((fault): Fault => ({
      ...fault,
      ...source.locate(path, fault.found),
      found: fault.found,
    })),
  );
  return [
    ...known,
    ...tooLarge,
    ...turned,
    ...strays.filter(isElsewhere(known)),
    ...findSplitNames(source),
    ...findPlacedNames(source),
  ];
}

/** The marks that a field can have, beside its words. */
interface Marks {
  /** Emphasis, code and formulas. */
  isMarked: boolean;
  canLink: boolean;
  canCite: boolean;
  /** Letters of LaTeX. */
  isName: boolean;
}

function findMarks(path: Path, prose: ReadonlySet<string>, titles: ReadonlySet<string>): Marks {
  const canCite = prose.has(path.join());
  const canLink = canCite || path.join('.') === linkedField;
  const isName = /^authors\.\d+(?:\.(?:name|given|family|particle|suffix|literal))?$/.test(
    path.join('.'),
  );
  return { canCite, canLink, isName, isMarked: canLink || titles.has(path.join()) };
}

/** Finds marks that a field would print as they are, and faulty ones. */
function findMarkup(
  text: string,
  { isMarked, canLink, canCite, isName }: Marks,
  keys: readonly string[],
  macros: Macros,
): MarkupFault[] {
  const strays = [
    ...findStrayCitations(text, canCite, keys),
    ...(isMarked ? [] : findStrayInField(isName ? readLetters(text) : text)),
  ].map(({ words, expected, fix, nearest }): MarkupFault => {
    const near = nearest !== undefined && { nearest };
    return { rule: 'stray-markup', found: words, expected, fix, ...near };
  });
  return isMarked ? [...strays, ...checkMarkup(text, canLink, macros)] : strays;
}

/**
 * Parses the fields of a file by `schema`. Throws `ContentError` if they break it or cannot be
 * read, or if the file has other `faults`.
 */
export function parseFields<Data>(
  schema: z.ZodType<Data>,
  source: YamlSource | undefined,
  faults: readonly Fault[],
): Data {
  const found = source === undefined ? [] : [...source.faults, ...checkSchema(schema, source)];
  if (faults.length + found.length > 0) throw new ContentError([...faults, ...found]);
  return schema.parse(source?.data);
}

/** Returns a test for faults on other lines than the known ones. */
function isElsewhere(known: Fault[]): (fault: Fault) => boolean {
  const lines = new Set(known.map(({ line }) => line));
  return ({ line }) => !lines.has(line);
}

/** Returns every text in a value, with its path. */
function listTexts(value: unknown, path: Path): { path: Path; text: string }[] {
  if (typeof value === 'string') return [{ path, text: value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) =>
    listTexts(part, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}
