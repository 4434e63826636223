import { isMisspelling, nearest } from '../lib/nearest.ts';
import { buildNeeds, fieldNames, type Alternatives } from './entry-types.ts';
import { buildCorrection, buildFault, formatExcerpt, type Reader } from './reader.ts';
import type { Statement } from './syntax.ts';

/**
 * Checks that an entry has the fields of its type. `fields` includes inherited ones. A work without a title cannot be
 * shown; without any other field it can. Missing fields go to the reader's faults.
 */
export function checkNeeds(
  reader: Reader,
  statement: Statement,
  fields: ReadonlyMap<string, string>,
): void {
  const has = (name: string) => Boolean(fields.get(name)?.trim());
  if (statement.type === 'set') {
    complainOfSet(reader, statement, fields.get('entryset') ?? '');
    return;
  }
  for (const need of buildNeeds(statement.type)) {
    // A preprint has no journal.
    const isPreprint = need.includes('journal') && has('eprint');
    // An organization can be the author of a manual.
    const isMade = statement.type === 'manual' && need.includes('author') && has('organization');
    if (!isPreprint && !isMade && !need.some(has)) complainOfNeed(reader, statement, need);
  }
}

/** biblatex prints the works of a set under one number. */
function complainOfSet(reader: Reader, { start }: Statement, value: string): void {
  const keys = value.split(',').map((key) => `@${key.trim()}`);
  const complaint = {
    found: formatExcerpt(reader, start),
    expected: 'a work; a set of works has no title of its own',
    fix: `Cite the works themselves: [${keys.join('; ')}].`,
  };
  reader.faults.push(buildFault(reader, start, complaint, 'bibtex-missing-field'));
}

function complainOfNeed(reader: Reader, statement: Statement, need: Alternatives): void {
  const { fields, type, key } = statement;
  const [usual] = need;
  const names = need.map((name) => `“${name}”`).join(' or ');
  const who = buildNeeds('').some(([name]) => name === usual) ? 'every entry' : `every @${type}`;
  const expected = `${names}, which ${who} must have`;
  const rule = 'bibtex-missing-field';
  const harmless = { ...(usual !== 'title' && { isHarmless: true as const }) };

  const empty = fields.find(({ name }) => need.includes(name));
  const misspelt = fields.find(
    ({ name }) => !fieldNames.has(name) && need.some((word) => nearest(name, [word])),
  );
  if (empty) {
    // The parser has reported a value that is not begun.
    if (empty.valueStart === empty.valueEnd) return;
    const found = formatExcerpt(reader, empty.start, empty.valueEnd);
    const fix = 'Write the value between the braces.';
    reader.faults.push(
      buildFault(reader, empty.start, { found, expected, fix, ...harmless }, rule),
    );
  } else if (misspelt) {
    const found = misspelt.name;
    const right = need.find((word) => nearest(found, [word])) ?? usual;
    const written = reader.text.slice(misspelt.start, misspelt.start + found.length);
    const complaint = {
      found,
      expected,
      nearest: right,
      fix: 'Correct the spelling.',
      ...(isMisspelling(found, right, [...fieldNames]) &&
        buildCorrection(reader, misspelt.start, written, right)),
    };
    reader.faults.push(buildFault(reader, misspelt.start, { ...complaint, ...harmless }, rule));
  } else {
    const found = formatExcerpt(reader, statement.start);
    const hint = usual === 'author' ? '; an organisation in double braces, {{OpenAI}}' : '';
    const fix = `Add ${usual} = {…}, to “${key}”${hint}.`;
    reader.faults.push(
      buildFault(reader, statement.start, { found, expected, fix, ...harmless }, rule),
    );
  }
}
