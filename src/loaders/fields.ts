import type { z } from 'astro/zod';
import type { Fault } from '../lib/fault.ts';
import { checkSchema } from './schema-faults.ts';
import type { Path } from './source.ts';
import { findStrayInField } from './stray-markup.ts';
import type { YamlSource } from './yaml.ts';

/** Everything that is wrong with the fields of one file. */
export function checkFields(schema: z.ZodType, source: YamlSource): Fault[] {
  if (source.data === undefined) return source.faults;
  // What is not read as it was meant does not count as what it was read as.
  const schemaFaults = checkSchema(schema, source).filter(isElsewhere(source.faults));
  const known = [...source.faults, ...schemaFaults];
  return [...known, ...checkTexts(source, source.data, []).filter(isElsewhere(known))];
}

/** Whether a fault stands in a line of its own. */
function isElsewhere(known: Fault[]): (fault: Fault) => boolean {
  const lines = new Set(known.map(({ line }) => line));
  return ({ line }) => !lines.has(line);
}

function checkTexts(source: YamlSource, value: unknown, path: Path): Fault[] {
  if (typeof value === 'string')
    return findStrayInField(value).map(({ words, expected, mend }) => ({
      rule: 'stray-markup',
      ...source.locate(path, words),
      found: words,
      expected,
      mend,
    }));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) =>
    checkTexts(source, part, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}
