import type { Chance } from '../chance.ts';
import { growths } from './growths.ts';
import { pieces, signs } from './pieces.ts';

/** Changes a file. Bytes are Latin-1, so that any byte is possible. */
export type Mutation = (text: string, chance: Chance, others: readonly string[]) => string;

const toBytes = (text: string): string => Buffer.from(text).toString('latin1');

const insert = (text: string, at: number, piece: string): string =>
  text.slice(0, at) + piece + text.slice(at);

const place = (text: string, { integer }: Chance): number => integer(text.length + 1);

/** Returns a range of a text, of one to `most` characters. */
function stretch(text: string, { integer }: Chance, most: number): [from: number, to: number] {
  const from = integer(text.length);
  return [from, from + 1 + integer(most)];
}

/** Changes the lines of a text. */
const ofLines =
  (change: (lines: string[], at: number, chance: Chance) => string[]): Mutation =>
  (text, chance) => {
    const lines = text.split('\n');
    return change(lines, chance.integer(lines.length), chance).join('\n');
  };

/** Changes one match of a pattern, or inserts one of its pieces if nothing matches. */
const ofMatch =
  (pattern: RegExp, change: (match: string, chance: Chance) => string): Mutation =>
  (text, chance) => {
    const matches = [...text.matchAll(pattern)];
    if (matches.length === 0) return insert(text, place(text, chance), toBytes(chance.pick(signs)));
    const { 0: match, index } = chance.pick(matches);
    return text.slice(0, index) + change(match, chance) + text.slice(index + match.length);
  };

const ofPieces =
  (name: keyof typeof pieces): Mutation =>
  (text, chance) =>
    insert(text, place(text, chance), toBytes(chance.pick(pieces[name])));

const ofValue = (values: readonly string[]): Mutation =>
  ofMatch(
    /^( *(?:- )?\w+:) .*$/gm,
    (match, { pick }) => `${match.slice(0, match.indexOf(':'))}: ${toBytes(pick(values))}`,
  );

/** The kinds of damage by name, all equally likely. */
export const mutations: Record<string, Mutation> = {
  'byte changed': (text, chance) => {
    const [from] = stretch(text, chance, 1);
    return text.slice(0, from) + String.fromCharCode(chance.integer(256)) + text.slice(from + 1);
  },
  'bit flipped': (text, chance) => {
    const [from] = stretch(text, chance, 1);
    const code = text.charCodeAt(from) ^ (1 << chance.integer(8));
    return text.slice(0, from) + String.fromCharCode(code & 255) + text.slice(from + 1);
  },
  'stretch deleted': (text, chance) => {
    const [from, to] = stretch(text, chance, chance.pick([1, 3, 20, 400]));
    return text.slice(0, from) + text.slice(to);
  },
  'stretch doubled': (text, chance) => {
    const [from, to] = stretch(text, chance, chance.pick([1, 8, 60, 2000]));
    return insert(text, to, text.slice(from, to));
  },
  'stretch moved': (text, chance) => {
    const [from, to] = stretch(text, chance, 80);
    const rest = text.slice(0, from) + text.slice(to);
    return insert(rest, place(rest, chance), text.slice(from, to));
  },
  'file cut off': (text, chance) => text.slice(0, place(text, chance)),
  'file empty': () => '',
  'line deleted': ofLines((lines, at) => lines.toSpliced(at, 1)),
  'line doubled': ofLines((lines, at) => lines.toSpliced(at, 0, lines[at] ?? '')),
  'lines swapped': ofLines((lines, at, { integer }) => {
    const other = integer(lines.length);
    return lines.with(at, lines[other] ?? '').with(other, lines[at] ?? '');
  }),
  'line indented': ofLines((lines, at, { pick }) =>
    lines.with(at, pick(['  ', ' ', '\t', '    ', '> ', '- ']) + (lines[at] ?? '')),
  ),
  'line outdented': ofLines((lines, at) => lines.with(at, (lines[at] ?? '').trimStart())),
  'lines of Windows': (text) => text.replaceAll('\n', '\r\n'),
  'lines of old': ofMatch(/\n/g, (_, { pick }) => pick(['\r', '\n\r', '\r\n', '\f', '\v'])),
  'byte order mark': (text, { pick }) => pick(['\xef\xbb\xbf', '\xff\xfe', '\xfe\xff']) + text,
  'spliced with another': (text, chance, others) => {
    const other = chance.pick(others);
    const [from, to] = stretch(other, chance, chance.pick([10, 100, 1000]));
    return insert(text, place(text, chance), other.slice(from, to));
  },
  'sign inserted': (text, chance) => insert(text, place(text, chance), toBytes(chance.pick(signs))),
  'signs inserted': (text, chance) => {
    let changed = text;
    for (let count = 1 + chance.integer(4); count > 0; count -= 1)
      changed = insert(changed, place(changed, chance), toBytes(chance.pick(signs)));
    return changed;
  },
  'letters of Unicode': ofPieces('unicode'),
  'word of Unicode': ofMatch(/[A-Za-z]{4,}/g, (_, { pick }) => toBytes(pick(pieces.unicode))),
  'number changed': ofMatch(/\d+/g, (_, { pick }) => toBytes(pick(pieces.numbers))),
  'field of another type': ofValue(pieces.values),
  'field with signs of YAML': ofValue(pieces.yaml),
  'field swapped': ofLines((lines, at, { integer }) => {
    const fields = lines.keys().filter((index) => /^ *\w+:/.test(lines[index] ?? ''));
    const [one = at, other = at] = [...fields].toSorted(() => integer(3) - 1);
    const [, name = ''] = /^( *\w+:)/.exec(lines[one] ?? '') ?? [];
    const [, value = ''] = /^ *\w+:(.*)/.exec(lines[other] ?? '') ?? [];
    return lines.with(one, name + value);
  }),
  'field added': ofLines((lines, at, { pick }) =>
    lines.toSpliced(at, 0, toBytes(pick(pieces.fields))),
  ),
  'YAML inserted': ofPieces('yaml'),
  'Markdown inserted': ofPieces('markdown'),
  'Markdown on its own lines': ofLines((lines, at, { pick }) =>
    lines.toSpliced(at, 0, '', toBytes(pick(pieces.markdown)), ''),
  ),
  'TeX inserted': ofPieces('tex'),
  'formula changed': ofMatch(/\$[^$]+\$/g, (match, { pick, integer }) =>
    insert(match, integer(match.length + 1), pick(pieces.tex)),
  ),
  'BibTeX inserted': ofPieces('bibtex'),
  'value of BibTeX changed': ofMatch(/= *[{"][^\n]*/g, (_, { pick }) =>
    toBytes(`= {${pick(pieces.bibtex)}},`),
  ),
  'address changed': ofMatch(/https?:[^\s)"'}]+/g, (_, { pick }) =>
    toBytes(pick(pieces.addresses)),
  ),
  'attribute changed': ofMatch(
    /\w+="[^"\n]*"/g,
    (match, { pick }) =>
      `${match.slice(0, match.indexOf('='))}=${toBytes(pick(pieces.attributes))}`,
  ),
  grown: (text, chance) => {
    const grow = chance.pick(growths);
    return insert(text, place(text, chance), toBytes(grow(chance.pick([30, 300, 3000]))));
  },
};
