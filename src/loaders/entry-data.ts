import { measureLinks } from './attachments/list.ts';
import { readEntryFile } from './entry-file.ts';
import { readOwnGlyph } from './field-pictures.ts';
import { findOriginal } from './originals.ts';
import { parseFields } from './fields.ts';
import { expandFields, loadMacros } from './macros.ts';
import { findEntrySchema, findOwnWork } from './own-entries.ts';

/** Loads the fields and the prose of the entry in `file`. Throws `ContentError` if it has faults. */
export function loadEntryData(root: string, file: string): { data: object; body: string } {
  const { source, body = '', faults } = readEntryFile(root, file);
  const fields: object = parseFields(findEntrySchema(root, file), source, faults);
  const data = measureLinks(root, file, expandFields(fields, loadMacros(root)));
  const original = findOriginal(root, file)?.original ?? file;
  const work = findOwnWork(root, original)?.reference;
  return {
    data: { ...data, ...readOwnGlyph(root, file, fields), ...(work && { work }) },
    body: body.trim(),
  };
}
