import type { z } from 'astro/zod';
import { readLanguageName } from '../lib/language-names.ts';
import { proseFields, titleFields } from '../lib/prose-fields.ts';
import { buildFieldSchema, findField, type FieldSchema } from './field-schema.ts';
import { getValue, type Path } from './source.ts';
import type { YamlSource } from './yaml.ts';

/** Texts that are facts of a work, or stand on other pages than its own. */
const facts = new Set<string>(
  'venue venue.acronym venue.name event place label eyebrow intro news[].sentence'.split(' '),
);

/** The fields that a translation states anew. */
const translated = new Set([
  ...[...proseFields, ...titleFields].filter((field) => !facts.has(field)),
  'grid.items[].alt',
] as string[]);

/** Fields of a page and not of its text: a translation has its own or none. */
const ofPage = new Set(['formerly']);

/** Fields with words in every part. They stay with the original. */
const left = new Set(['pipeline']);

/** A field that a translation cannot state. */
interface StatedFact {
  path: Path;
  /** The number of items that a list must have. */
  count?: number;
  /** Whether it says the same as the original. */
  isSame: boolean;
}

type Fields = Record<string, unknown>;

const isRecord = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const namePath = (path: Path) =>
  path
    .map((step) => (typeof step === 'number' ? '[]' : `.${String(step)}`))
    .join('')
    .slice(1);

/**
 * Completes the fields of a translation in `language` by the facts of its original. Texts of the original are left out,
 * so that a page has one language.
 */
export function completeTranslation(
  own: YamlSource,
  original: YamlSource | undefined,
  schema: z.ZodObject,
  language: string,
): YamlSource {
  const data = joinFields(own.data, original?.data, schema, language);
  if (data === undefined) return own;
  return {
    ...own,
    data: data.fields,
    unread: [...own.unread, ...(original?.unread ?? [])],
    locate: (path, words) => {
      // A fact that neither states is missing in the original.
      const isInherited = getValue(own.data, path) === undefined && !translated.has(namePath(path));
      return isInherited && original ? original.locate(path, words) : own.locate(path, words);
    },
  };
}

/** Lists the fields of a translation that its original states. */
export function listStatedFacts(
  own: unknown,
  original: unknown,
  schema: z.ZodObject,
  language: string,
): StatedFact[] {
  return joinFields(own, original, schema, language)?.facts ?? [];
}

/** Joins the fields of a translation and its original; undefined if one of them has no fields. */
function joinFields(
  own: unknown,
  original: unknown,
  schema: z.ZodObject,
  language: string,
): { fields: Fields; facts: StatedFact[] } | undefined {
  const stated = own ?? {};
  if (!isRecord(stated) || !isRecord(original)) return undefined;
  const join = new Join(buildFieldSchema(schema));
  const fields: Fields = {};
  for (const name of new Set([...Object.keys(original), ...Object.keys(stated)])) {
    if (name === 'language') continue;
    const isStated = stated[name] !== undefined;
    const isOfPage = ofPage.has(name);
    const base = isOfPage || left.has(name) ? undefined : removeTexts(original[name], [name]);
    const value =
      isStated && !isOfPage
        ? join.overlay(base, stated[name], [name])
        : isOfPage
          ? stated[name]
          : keepWhole(base, original[name], schema, name);
    if (value !== undefined) fields[name] = value;
  }
  if (stated.language !== undefined) {
    const isSame =
      typeof stated.language === 'string' && readLanguageName(stated.language) === language;
    join.facts.push({ path: ['language'], isSame });
  }
  return { fields: { ...fields, language }, facts: join.facts };
}

/** A field of the original is kept without its texts if it is whole without them. */
function keepWhole(base: unknown, whole: unknown, schema: z.ZodObject, name: string): unknown {
  if (JSON.stringify(base) === JSON.stringify(whole)) return base;
  const field = (schema.shape as Record<string, z.ZodType>)[name];
  return field?.safeParse(base).success === true ? base : undefined;
}

/** A value without the texts that a translation states anew. */
function removeTexts(value: unknown, path: Path): unknown {
  if (typeof value === 'string') return translated.has(namePath(path)) ? undefined : value;
  if (Array.isArray(value)) return value.map((item, index) => removeTexts(item, [...path, index]));
  if (!isRecord(value)) return value;
  const kept = Object.entries(value).map(([key, part]) => [key, removeTexts(part, [...path, key])]);
  return Object.fromEntries(kept.filter(([, part]) => part !== undefined));
}

/** Puts the texts of a translation into the facts of its original. */
class Join {
  readonly facts: StatedFact[] = [];
  readonly #schema: FieldSchema;

  constructor(schema: FieldSchema) {
    this.#schema = schema;
  }

  overlay(base: unknown, stated: unknown, path: Path): unknown {
    if (translated.has(namePath(path)) || findField(this.#schema, path) === undefined)
      return stated;
    if (Array.isArray(base) && Array.isArray(stated) && holdsTexts(path)) {
      if (base.length !== stated.length)
        this.facts.push({ path, count: base.length, isSame: false });
      return stated.map((item, index) => this.overlay(base[index], item, [...path, index]));
    }
    if (isRecord(base) && isRecord(stated) && holdsTexts(path)) {
      const parts = Object.entries(stated).map(([key, part]) => [
        key,
        this.overlay(base[key], part, [...path, key]),
      ]);
      return { ...base, ...(Object.fromEntries(parts) as Fields) };
    }
    this.facts.push({ path, isSame: JSON.stringify(base) === JSON.stringify(stated) });
    return base ?? stated;
  }
}

/** Whether a field has translated texts below it. */
function holdsTexts(path: Path): boolean {
  const name = namePath(path);
  return [...translated].some((field) => field.startsWith(name) && field !== name);
}
