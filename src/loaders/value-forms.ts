import { parse } from 'yaml';
import { findNameMistake, writePlaced } from '../bibliography/name-mistakes.ts';
import { splitPeople } from '../bibliography/people-text.ts';
import { readPlacedPeople } from '../bibliography/placed-people.ts';
import { expandIdentifier } from '../lib/address.ts';
import { findLinkLabel } from '../lib/link-labels.ts';
import type { FieldSchema } from './field-schema.ts';

/** Writes a text as a value within braces. */
function quote(text: string): string {
  const isPlain =
    /^\p{L}(?:[^,[\]{}:#'"]|:(?=\S)|#(?<=\S#))*$/u.test(text) || /^\.\.?\//.test(text);
  return isPlain && !/[,[\]{}]/.test(text) ? text : `'${text.replaceAll("'", "''")}'`;
}

/** Writes fields in braces, as `{ label: PDF, address: ./a.pdf }`. */
function write(fields: Readonly<Record<string, string>>): string {
  const parts = Object.entries(fields).map(([name, value]) => `${name}: ${quote(value)}`);
  return `{ ${parts.join(', ')} }`;
}

/** The fields or the items that a value was meant to be, and the text of them. */
export interface ValueForm {
  value: object;
  text: string;
  /** Whether the value could mean other ones too. */
  isUnsure?: boolean;
}

const build = (fields: Readonly<Record<string, string>>): ValueForm => ({
  value: fields,
  text: write(fields),
});

function findLabel(address: string): string {
  if (/\.pdf(?:[?#]|$)/i.test(address)) return 'PDF';
  if (/^(?:doi:|10\.)|\/\/(?:dx\.)?doi\.org\//i.test(address)) return 'DOI';
  if (/^arxiv:|\/\/arxiv\.org\//i.test(address)) return 'arXiv';
  return /\/\/(?:github|gitlab)\.com\//i.test(address) ? 'Code' : 'Page';
}

/** Writes a link of which only the address is known, and perhaps the name of a field that it was in. */
export function buildLink(address: string, name = ''): ValueForm {
  const label = findLinkLabel(name);
  const words = label === 'arXiv' ? address.replace(/^(?=\d{4}\.\d)/, 'arXiv:') : address;
  return build({ label: label ?? findLabel(address), address: expandIdentifier(words) });
}

/** Whether a field of another site holds the address of a link. */
export function isLinkName(name: string): boolean {
  return findLinkLabel(name) !== undefined;
}

/** Writes a version of which the date is not known. */
export const buildVersion = (version: string): ValueForm => ({
  value: { version },
  text: `{ version: '${version.replaceAll("'", '')}', date: … }`,
});

/** Whether a field is a list of people and groups. */
export function isNameList(field: FieldSchema | undefined): boolean {
  const { properties = {} } = field?.items ?? {};
  return 'family' in properties && 'literal' in properties;
}

/** Writes the names that one text holds as a list. Names that the text only counts as others are left open. */
export function buildNames(text: string): ValueForm {
  const placed = readPlacedPeople(text);
  if (placed !== undefined)
    return { value: placed, text: `[${placed.map(writePlaced).join(', ')}]`, isUnsure: true };
  const { names, andOthers, isSure } = splitPeople(text);
  const nearest = names.map((name) => findNameMistake(name)?.nearest);
  const items = names.map((name, index) => {
    const near = nearest[index];
    return near?.startsWith('{ ') ? near : quote(near ?? name);
  });
  return {
    value: andOthers ? [''] : (parse(`[${items.join(', ')}]`) as unknown[]),
    text: `[${[...items, ...(andOthers ? ['…'] : [])].join(', ')}]`,
    isUnsure: !isSure || andOthers || nearest.some((near) => near && !near.startsWith('{ ')),
  };
}

/**
 * Returns the fields that a value was meant to be, where an object with fields is wanted: of two links, both. `written`
 * is the author's text of the value.
 */
export function findForms(
  field: FieldSchema | undefined,
  value: unknown,
  written = String(value),
): ValueForm[] {
  const { properties = {} } = field?.items ?? field ?? {};
  if (typeof value === 'string' && isNameList(field)) return [buildNames(value)];
  const has = (...names: string[]) => names.every((name) => name in properties);
  if (has('label', 'address')) return findLinks(value);
  if (field?.items !== undefined || !/^(?:string|number)$/.test(typeof value)) return [];
  if (has('version', 'date')) return [buildVersion(typeof value === 'string' ? value : written)];
  if (typeof value !== 'string') return [];
  return has('name') && !has('given') && /^\p{Lu}\S* .*\p{L}$/u.test(value)
    ? [build({ name: value })]
    : [];
}

function findLinks(value: unknown): ValueForm[] {
  if (typeof value === 'string') {
    const [, label = '', address = ''] = /^\[([^\]]+)\]\((\S+)\)$/.exec(value) ?? [];
    if (label !== '') return [build({ label, address })];
    return /^(?:https?:|doi:|arxiv:|10\.|\.\.?\/)\S+$/i.test(value) ? [buildLink(value)] : [];
  }
  const pairs = Object.entries(value ?? {}) as [string, unknown][];
  const isMeant = pairs.every(([name, one]) => isLinkName(name) && typeof one === 'string');
  return isMeant ? pairs.map(([name, one]) => buildLink(String(one), name)) : [];
}
