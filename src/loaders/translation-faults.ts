import { basename } from 'node:path';
import type { Fault } from '../lib/fault.ts';
import { readEntryFile, readFile } from './entry-file.ts';
import { findOriginal } from './originals.ts';
import { findEntrySchema } from './own-entries.ts';
import { getValue } from './source.ts';
import { listStatedFacts } from './translation-fields.ts';

/** Finds facts that the translation in `file` states again, and lists that do not fit those of its original. */
export function checkTranslation(root: string, file: string): Fault[] {
  const { original, language } = findOriginal(root, file) ?? {};
  if (original === undefined || language === undefined) return [];
  const { source: own } = readFile(root, file);
  const { source } = readEntryFile(root, original);
  if (own === undefined) return [];
  const schema = findEntrySchema(root, original);
  const name = basename(original);
  return listStatedFacts(own.data, source?.data, schema, language).map(
    ({ path, count, isSame }): Fault => {
      const place = own.locate(path);
      const field = path.filter((step) => typeof step !== 'number').join('.');
      if (count !== undefined)
        return {
          rule: 'bad-translation',
          ...place,
          expected: `${count} items in “${field}”, in the order of ${name}`,
          fix: `Translate each item of ${name}, or remove the field here.`,
        };
      const isKnown = getValue(source?.data, path) !== undefined;
      const isLanguage = field === 'language';
      return {
        rule: 'stated-twice',
        ...place,
        expected: isLanguage
          ? `no “language” here; the name of the file says “${language}”`
          : isKnown
            ? `no “${field}” here; ${name} states it for every language`
            : `no “${field}” here; a translation has texts alone, and its facts are those of ${name}`,
        fix: isLanguage
          ? 'Remove the field, or rename the file.'
          : isKnown
            ? `Remove the field here, or correct ${name}.`
            : `Move the field to ${name}.`,
        ...(isSame && { isHarmless: true as const }),
      };
    },
  );
}
