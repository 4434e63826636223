import type { z } from 'astro/zod';
import { fixAddress } from '../lib/address.ts';
import { getValue, type Path } from './source.ts';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** A longer value is no typing mistake. */
const mostLetters = 1000;

/**
 * Suggests a value that `schema` accepts at `path`, one correction away from the current one.
 * `source` is the author's line.
 */
export function suggestValue(
  schema: z.ZodType,
  data: object,
  path: Path,
  source: string,
): { nearest?: string } {
  const value = getValue(data, path);
  if (value === undefined || value === null) return {};
  if (typeof value === 'string' && value.length > mostLetters) return {};
  const place = path.map((step) => (typeof step === 'number' ? 0 : step));
  const candidate = buildCandidates(value, source).find((candidate) => {
    const { error } = schema.safeParse(replaceValue(data, path, candidate));
    return !error?.issues.some((issue) => place.every((step, index) => issue.path[index] === step));
  });
  if (candidate === undefined) return {};
  if (Array.isArray(candidate)) return { nearest: `[${candidate.join(', ')}]` };
  const isQuoted = typeof candidate === 'string' && typeof value !== 'string';
  return { nearest: isQuoted ? `'${candidate}'` : String(candidate) };
}

function buildCandidates(value: unknown, source: string): (string | number | string[])[] {
  if (value instanceof Date) {
    const day = value.toISOString().slice(0, 10);
    return [day, day.slice(0, 7)];
  }
  // The number 0x1F is not the text 31.
  if (typeof value === 'number' || typeof value === 'boolean')
    return [String(value)].filter((text) => source.includes(text));
  if (typeof value !== 'string') return [];
  const text = value.trim();
  return [
    // A number in quotation marks, a list without brackets.
    Number(text),
    text.split(/\s*[,;]\s*/),
    ...readMonth(text),
    // An address without its beginning; a name as part of an address or path.
    ...(/^[\w-]+(\.[\w-]+)+(\/\S*)?$/.test(text) ? [`https://${text}`] : []),
    ...(/[/@:\\]/.test(text)
      ? [fixAddress(text), text.replace(/^(mailto:|@)/, ''), text.replace(/^.*\//, '')]
      : []),
  ];
}

/** Reads `April 2026`, `2026-4`, `2026/04/01` and `04/2026` as `2026-04`. */
function readMonth(text: string): string[] {
  const [year] = /\b\d{4}\b/.exec(text) ?? [];
  const rest = year === undefined ? '' : text.replace(year, '').toLowerCase();
  const named = months.findIndex((month) => rest.includes(month)) + 1;
  const month = named || Number(/\d{1,2}/.exec(rest)?.[0]);
  return year === undefined || !month ? [] : [`${year}-${String(month).padStart(2, '0')}`];
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
