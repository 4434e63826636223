import { nearest } from '../lib/nearest.ts';
import { buildFault, type Reader } from './reader.ts';
import type { Statement } from './syntax.ts';

/** Fields of a containing work that its parts do not inherit. */
const own: ReadonlySet<string> = new Set(['title', 'crossref', 'doi', 'eprint', 'url', 'abstract']);

/**
 * Returns the fields of an entry by name, with those that it inherits by `crossref`. The title of the parent becomes
 * `booktitle`. `keys` are the keys of all entries. An unknown key goes to the reader's faults.
 */
export function buildFields(
  reader: Reader,
  statement: Statement,
  statements: ReadonlyMap<string, Statement>,
  keys: readonly string[],
): Map<string, string> {
  const fields = new Map(statement.fields.map(({ name, value }) => [name, value]));
  const crossref = statement.fields.find(({ name }) => name === 'crossref');
  const parent = crossref && statements.get(crossref.value.trim().toLowerCase());
  if (crossref && !parent) {
    const found = crossref.value.trim();
    const near = nearest(found, keys);
    const complaint = {
      found,
      expected: 'the key of an entry in this file',
      ...(near === undefined ? {} : { nearest: near }),
      fix: 'Correct the key, or take the crossref out and write the fields of that entry here.',
    };
    const fault = buildFault(reader, crossref.valueStart, complaint, 'unknown-reference');
    reader.faults.push(fault);
  }
  for (const { name, value } of parent?.fields ?? []) {
    if (!own.has(name) && !fields.has(name)) fields.set(name, value);
    if (name === 'title' && !fields.has('booktitle')) fields.set('booktitle', value);
  }
  return fields;
}
