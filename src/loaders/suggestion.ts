import type { z } from 'astro/zod';
import { fixAddress } from '../lib/address.ts';
import { fixFormerAddress } from '../lib/former-address.ts';
import { getValue, type Path } from './source.ts';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** A longer value is no typing mistake. */
const mostLetters = 1000;

/** A value that a schema accepts. It is sure if the current one can mean nothing else. */
export interface Suggestion {
  nearest: string;
  isSure: boolean;
}

type Candidate = [value: string | number | boolean | string[], isSure: boolean];

/**
 * Suggests a value that `schema` accepts at `path`, one correction away from the current one.
 * `source` is the author's line.
 */
export function suggestValue(
  schema: z.ZodType,
  data: object,
  path: Path,
  source: string,
): Suggestion | undefined {
  const value = getValue(data, path);
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'string' && value.length > mostLetters) return undefined;
  const found = buildCandidates(value, source).find(([candidate]) =>
    isAccepted(schema, data, path, candidate),
  );
  if (found === undefined) return undefined;
  const [candidate, isSure] = found;
  if (Array.isArray(candidate)) return { nearest: `[${candidate.join(', ')}]`, isSure };
  const isQuoted = typeof candidate === 'string' && typeof value !== 'string';
  return { nearest: isQuoted ? `'${candidate}'` : String(candidate), isSure };
}

/** Whether a schema has no objection to another value at `path`. */
export function isAccepted(schema: z.ZodType, data: object, path: Path, value: unknown): boolean {
  const place = path.map((step) => (typeof step === 'number' ? 0 : step));
  const { error } = schema.safeParse(replaceValue(data, path, value));
  return !error?.issues.some((issue) => place.every((step, index) => issue.path[index] === step));
}

function buildCandidates(value: unknown, source: string): Candidate[] {
  // The number 0x1F is not the text 31.
  if (typeof value === 'number' || typeof value === 'boolean')
    return source.includes(String(value)) ? [[String(value), true]] : [];
  if (typeof value !== 'string') return [];
  const text = value.trim();
  if (text === '') return [];
  const [, zenodo] =
    /^(?:https?:\/\/)?(?:www\.)?zenodo(?:\.org\/records?\/|\.)(\d+)$/i.exec(text) ?? [];
  const items = text.split(/\s*[,;]\s*/).filter(Boolean);
  return [
    // A number in quotation marks, a list without brackets. “Lovelace, Ada” may be one name.
    [Number(text), true],
    [items, !items.some((item) => /\s/.test(item)) || items.length > 2],
    ...readDate(text),
    // An identifier or an address without its beginning; a name as part of an address or path.
    ...(/^\d{4}\.\d{4,5}(?:v\d+)?$/.test(text) ? [[`arXiv:${text}`, false] as Candidate] : []),
    ...(zenodo === undefined ? [] : [[`10.5281/zenodo.${zenodo}`, false] as Candidate]),
    ...(/^[\w-]+(\.[\w-]+)+(\/\S*)?$/.test(text) ? [[`https://${text}`, false] as Candidate] : []),
    ...(/[/@:\\]/.test(text)
      ? ([
          [fixAddress(text), false],
          [fixFormerAddress(text), false],
          [text.replace(/^(mailto:|@)/, ''), true],
          [text.replace(/\/$/, '').replace(/^.*\//, ''), true],
        ] as Candidate[])
      : []),
  ];
}

/** Reads `9 April 2026`, `2026-4`, `2026/04/01` and `04/2026`, and of an ambiguous date the year. */
function readDate(text: string): Candidate[] {
  const plain = text.toLowerCase().replace(/[\u2010-\u2015\u2212]/g, '-');
  const [year, ...others] = plain.match(/(?<!\d)\d{4}(?!\d)/g) ?? [];
  const [, y = year, m, d] = /^(\d{4})(\d{2})(\d{2})$/.exec(plain) ?? [];
  if (y === undefined || others.length > 0) return [];
  // The week of a year is in one month or in two.
  if (/\d-?w\d/.test(plain)) return [[y, false]];
  const rest = plain.replace(y, ' ');
  const month = m ?? findMonth(rest);
  const [first, second, ...more] = d === undefined ? (rest.match(/\d+/g) ?? []) : [d];
  const day = month === undefined ? second : first;
  const isBegun = plain.startsWith(y);
  const parts =
    month === undefined && second !== undefined && !isBegun && first !== second
      ? orderDay(Number(first), Number(second))
      : [month ?? first, day];
  if (parts === undefined || more.length > 0) return [[y, false]];
  const digits = parts
    .filter((part) => part !== undefined)
    .map((part) => String(part).padStart(2, '0'));
  return [
    [[y, ...digits].join('-'), digits.length > 0],
    // A day that its month lacks: the last one.
    ...(Number(digits[1]) > 28
      ? [30, 29, 28].map((last): Candidate => [[y, digits[0], last].join('-'), false])
      : []),
    [[y, ...digits.slice(0, 1)].join('-'), false],
    [y, false],
  ];
}

/** Returns the number of the month that a text names. */
function findMonth(text: string): number | undefined {
  const index = months.findIndex((month) => new RegExp(`(?<!\\p{L})${month}`, 'u').test(text));
  return index < 0 ? undefined : index + 1;
}

/** Orders a day and a month, of which one is above 12. */
function orderDay(first: number, second: number): number[] | undefined {
  if (first > 12) return [second, first];
  return second > 12 ? [first, second] : undefined;
}

/** The most items of a list that are validated beside a suggested value. */
const mostItems = 100;

/**
 * Returns `data` with another value at `path`, and without other items of the lists on the way,
 * which would take long to check.
 */
function replaceValue(data: object, path: Path, value: unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return value;
  const part = (data as Record<PropertyKey, object>)[step] ?? {};
  if (Array.isArray(data)) return [replaceValue(part, rest, value)];
  const others = Object.entries(data).map(([name, other]: [string, unknown]) => [
    name,
    Array.isArray(other) ? other.slice(0, mostItems) : other,
  ]);
  return { ...Object.fromEntries(others), [step]: replaceValue(part, rest, value) };
}
