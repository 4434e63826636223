import type { z } from 'astro/zod';
import type { Fault } from '../lib/fault.ts';
import { isMisspelling, nearest } from '../lib/nearest.ts';
import type { FieldSchema } from './field-schema.ts';
import { getValue, type Path } from './source.ts';
import { findSynonym } from './key-synonyms.ts';
import { isAccepted } from './suggestion.ts';
import { buildLink, buildNames, buildVersion, isLinkName, type ValueForm } from './value-forms.ts';
import { replaceText, type YamlSource } from './yaml.ts';

/** Returns the field that an unknown `key` was meant to be, of those that are `free`. */
export function findMeant(key: string, free: readonly string[]): string | undefined {
  const near = nearest(key, free);
  if (near !== undefined && isMisspelling(key, near, free)) return near;
  return findSynonym(key, free) ?? near;
}

interface KeyPlace {
  schema: z.ZodType;
  source: Pick<YamlSource, 'data' | 'locate'> & Partial<Pick<YamlSource, 'span'>>;
  path: Path;
  key: string;
  /** The schema of the object that has the key, and its fields that are not set. */
  field: FieldSchema | undefined;
  free: readonly string[];
  noun: string;
}

/** Describes an unknown field: its right name if there is one, or that this one is set already. */
export function describeUnknownKey(at: KeyPlace): Fault {
  const { source, path, key, field, free, noun } = at;
  const names = Object.keys(field?.properties ?? {});
  const fault = {
    rule: 'unknown-key' as const,
    ...source.locate([...path, key]),
    expected: `one of: ${names.join(', ')}`,
    fix: `Correct the spelling, or remove the ${noun}.`,
  };
  const meant = findMeant(key, free);
  const synonym = findSynonym(key, names);
  const value = getValue(source.data, [...path, key]);
  const span = (part: 'name' | 'value') => source.span?.([...path, key], part);
  const item = findItem(synonym, key, value, span('value')?.old);
  if (synonym !== undefined && !free.includes(synonym) && meant !== synonym)
    return {
      ...fault,
      fix: item
        ? `Write it as an item of “${synonym}”: ${item.text}.`
        : `Remove the ${noun}, or merge it into “${synonym}”, its name here.`,
    };
  if (meant === 'references' && /\.bib\b/.test(JSON.stringify(value ?? '')))
    return { ...fault, fix: 'Remove the line; every text can cite content/references.bib.' };
  if (meant === 'status' && value === true) {
    const edits = [...replaceText(span('name'), 'status'), ...replaceText(span('value'), 'draft')];
    return { ...fault, nearest: 'status: draft', fix: 'Write the status in a word.', edits };
  }
  if (meant === undefined || typeof value === 'boolean') return fault;
  const isMeant = isMisspelling(key, meant, free) || synonym === meant;
  const isFit = isMeant && isAcceptedAs(at, meant, value);
  if (item !== undefined && synonym === meant) {
    const isList = Array.isArray(item.value);
    const list = isList ? item.text : `[${item.text}]`;
    const isRight = isAcceptedAs(at, meant, isList ? item.value : [item.value]);
    const edits =
      isRight && !item.isUnsure
        ? [...replaceText(span('name'), meant), ...replaceText(span('value'), list)]
        : [];
    return {
      ...fault,
      ...(isRight && { nearest: `${meant}: ${list}` }),
      fix: isList ? `Write ${meant}: ${list}.` : `Write it as an item of “${meant}”: ${item.text}.`,
      ...(edits.length === 2 && { edits }),
    };
  }
  const fix = synonym === meant ? `Write it as “${meant}”, its name here.` : fault.fix;
  const edits = isFit ? replaceText(span('name'), meant) : [];
  return {
    ...fault,
    ...((isFit || (synonym !== meant && isMeant)) && { nearest: meant }),
    fix,
    ...(edits.length > 0 && { edits }),
  };
}

/** Returns the item of a list that the value of another field was meant to be. */
function findItem(
  list: string | undefined,
  key: string,
  value: unknown,
  written = String(value),
): ValueForm | undefined {
  if (typeof value === 'object' || typeof value === 'boolean') return undefined;
  const text = typeof value === 'string' ? value : written;
  if (list === 'versions') return buildVersion(text);
  if (list === 'authors' && /[,;&]|\sand\s/.test(text)) return buildNames(text);
  if (list !== 'links') return undefined;
  return typeof value === 'string' || isLinkName(key) ? buildLink(text, key) : undefined;
}

/** Whether a value is right in another field, where it may be read as a text or as a list of one. */
function isAcceptedAs({ schema, source, path }: KeyPlace, name: string, value: unknown): boolean {
  const isOne = typeof value === 'string' && !/[,;]/.test(value);
  const readings = [
    value,
    ...(typeof value === 'number' ? [String(value)] : []),
    ...(isOne ? [[value]] : []),
  ];
  return readings.some((reading) => {
    return isAccepted(schema, source.data as object, [...path, name], reading);
  });
}
