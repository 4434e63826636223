import { isMisspelling, nearest } from '../lib/nearest.ts';
import { buildCorrection, buildFault, type Reader } from './reader.ts';
import type { Field } from './field.ts';
import type { Statement } from './syntax.ts';

/** Fields of a containing work that its parts do not inherit, beside its titles. */
const own: ReadonlySet<string> = new Set(
  `abstract crossref doi entryset entrysubtype eprint ids label options related relatedoptions relatedstring relatedtype
  shorthand shorttitle sortkey sorttitle url xdata xref`.split(/\s+/),
);

/** Names of one fact, by each of them. A part that has one inherits no other. */
const synonyms = new Map(
  ['year date', 'journal journaltitle', 'location address', 'school institution']
    .map((names) => names.split(' '))
    .flatMap((names) => names.map((name) => [name, names] as const)),
);

const titles: ReadonlySet<string> = new Set(['title', 'subtitle', 'titleaddon']);

/** More levels of works within works than there are. */
const mostLevels = 10;

/** Returns the parents that a statement names, in lower case, by the field that names them. */
export function listParents({
  fields,
}: Pick<Statement, 'fields'>): { field: Field; keys: string[] }[] {
  return fields
    .filter(({ name }) => name === 'xdata' || name === 'crossref')
    .toSorted((a, b) => b.name.localeCompare(a.name, 'en'))
    .map((field) => {
      const keys = field.name === 'xdata' ? field.value.split(',') : [field.value];
      return {
        field,
        keys: keys.map((key) => key.trim().normalize('NFC')).filter((key) => key !== ''),
      };
    });
}

/**
 * Returns the fields of an entry by name, with those that it inherits from its parents: by `xdata` as they are, by
 * `crossref` by the rules of biblatex. `keys` are the keys of all entries. An unknown key goes to the reader's faults.
 */
export function buildFields(
  reader: Reader,
  statement: Statement,
  statements: ReadonlyMap<string, Statement>,
  keys: readonly string[],
): Map<string, string> {
  for (const { field, keys: found } of listParents(statement))
    for (const key of found)
      if (!statements.has(key.toLowerCase())) complainOfParent(reader, field, key, keys);
  return collectFields(statement, statements, new Set());
}

function collectFields(
  statement: Statement,
  statements: ReadonlyMap<string, Statement>,
  known: Set<Statement>,
): Map<string, string> {
  known.add(statement);
  const fields = new Map(statement.fields.map(({ name, value }) => [name, value]));
  const has = (name: string) => (synonyms.get(name) ?? [name]).some((one) => fields.has(one));
  const isDated = fields.has('date');
  for (const { field, keys } of listParents(statement))
    for (const key of keys) {
      const parent = statements.get(key.toLowerCase());
      if (parent === undefined || known.has(parent) || known.size > mostLevels) continue;
      const isData = field.name === 'xdata';
      for (const [name, value] of collectFields(parent, statements, known)) {
        const right = isData ? name : findTitle(name, parent.type, statement.type);
        const isInDate = isDated && /^(?:month|day)$/.test(right);
        if (!has(right) && !own.has(right) && !isInDate) fields.set(right, value);
      }
    }
  return fields;
}

/** Returns the field of a part that has a field of its containing work: the title of a book is a `booktitle`. */
function findTitle(name: string, type: string, partType: string): string {
  if (!titles.has(name)) return name;
  // A part that names no volume is in the whole.
  if (type.startsWith('mv') && !/^(in|supp|bookin)/.test(partType)) return `main${name}`;
  if (type === 'periodical' && /^(article|suppperiodical)$/.test(partType)) return `journal${name}`;
  return `book${name}`;
}

function complainOfParent(
  reader: Reader,
  { name, valueStart, valueEnd }: Field,
  found: string,
  keys: readonly string[],
): void {
  const near = nearest(found, keys);
  const at = reader.text.slice(valueStart, valueEnd).indexOf(found);
  const isSure = near !== undefined && at >= 0 && isMisspelling(found, near, keys);
  const complaint = {
    found,
    expected: 'the key of an entry in this file',
    ...(near === undefined ? {} : { nearest: near }),
    ...(isSure && buildCorrection(reader, valueStart + at, found, near)),
    fix: `Correct the key, or take the ${name} out and write the fields of that entry here.`,
  };
  reader.faults.push(buildFault(reader, valueStart, complaint, 'unknown-reference'));
}
