import { listParents } from './crossref.ts';
import { formatCommand, listUsed, parseCommands, type Commands } from './commands.ts';
import { buildReader, monthMacros } from './reader.ts';
import { parseStatements, type Statement } from './syntax.ts';

/** An entry as its author wrote it, and the macros and the parent that it needs in a file of its own. */
export interface BibtexSource {
  key: string;
  /** From `@` to the last brace, byte for byte. */
  text: string;
  /** The `@string` macros that it uses, by lower-case name, with their values at its place as TeX. */
  macros: ReadonlyMap<string, string>;
  /** The definitions of the commands that it uses, by name. */
  commands: ReadonlyMap<string, string>;
  /** The keys of the entries that it inherits from, in lower case. */
  parents: readonly string[];
}

/** The entries of a `.bib` file by lower-case key, because BibTeX ignores case. */
export type BibtexFile = ReadonlyMap<string, BibtexSource>;

/** Reads the entries of a `.bib` file as sources. Expects a text that `parseBibliography` finds no fault in. */
export function parseSources(text: string): BibtexFile {
  const file = new Map<string, BibtexSource>();
  const { macros } = buildReader('', '');
  const commands = parseCommands(text);
  let end = 0;
  for (const statement of parseStatements(buildReader(text, ''))) {
    // An entry can use the macros defined before it; a later definition overrides an earlier one.
    parseStatements({ ...buildReader(text.slice(end, statement.start), ''), macros });
    ({ end } = statement);
    const used = findWords(text, statement).flatMap((word) => {
      const value = macros.get(word);
      return value === undefined || value === monthMacros.get(word) ? [] : [[word, value] as const];
    });
    const key = statement.key.toLowerCase();
    if (!file.has(key)) file.set(key, buildSource(text, statement, new Map(used), commands));
  }
  return file;
}

/**
 * A `.bib` file of these entries, each byte for byte as in `file`. It can be read alone: the entry of a
 * `crossref` or `xdata` comes after the one that refers to it, as BibTeX wants, and macros come before their use.
 */
export function formatBibtex(entries: readonly { key: string }[], file: BibtexFile): string {
  const sources = new Set(entries.map(({ key }) => findSource(key, file)));
  const parents = findParents(sources, file);
  const commands = new Map([...sources, ...parents].flatMap((source) => [...source.commands]));
  const preamble = commands.size > 0 ? [`@preamble{{${[...commands.values()].join('\n')}}}`] : [];
  const defined = new Map<string, string>();
  const blocks = [...sources.difference(parents), ...parents].flatMap(({ text, macros }) => {
    const news = [...macros].filter(([name, value]) => defined.get(name) !== value);
    for (const [name, value] of news) defined.set(name, value);
    const definitions = news.map(([name, value]) => `@string{${name} = {${value}}}`);
    return [...(news.length > 0 ? [definitions.join('\n')] : []), text];
  });
  return [...preamble, ...blocks].map((block) => `${block}\n`).join('\n');
}

function buildSource(
  text: string,
  statement: Statement,
  macros: ReadonlyMap<string, string>,
  commands: Commands,
): BibtexSource {
  const { key, start, end } = statement;
  const source = text.slice(start, end);
  return {
    key,
    text: source,
    macros,
    commands: new Map(
      [...listUsed([source, ...macros.values()].join(' '), commands)].flatMap((name) => {
        const command = commands.get(name);
        return command === undefined ? [] : [[name, formatCommand(name, command)] as const];
      }),
    ),
    parents: listParents(statement).flatMap(({ keys }) => keys.map((key) => key.toLowerCase())),
  };
}

/** The unquoted values of an entry: numbers and lower-case macro names. */
function findWords(text: string, { fields }: Statement): string[] {
  return fields.flatMap(({ valueStart, valueEnd }) => {
    let depth = 0;
    let isQuoted = false;
    let bare = '';
    for (const character of text.slice(valueStart, valueEnd)) {
      if (character === '{') depth++;
      else if (character === '}') depth--;
      else if (character === '"' && depth === 0) isQuoted = !isQuoted;
      else if (depth === 0 && !isQuoted) bare += character;
    }
    return bare.split('#').map((word) => word.trim().toLowerCase());
  });
}

function findSource(key: string, file: BibtexFile): BibtexSource {
  const source = file.get(key.toLowerCase());
  if (source === undefined) throw new Error(`No entry has the key “${key}”.`);
  return source;
}

/** Returns all direct and indirect parents of the sources. A parent comes after its children. */
function findParents(sources: Iterable<BibtexSource>, file: BibtexFile): Set<BibtexSource> {
  const ended = new Set<BibtexSource>();
  const parents = new Set<BibtexSource>();
  const rest = [...sources].map((source) => ({ source, isEnd: false }));
  const begun = new Set<BibtexSource>();
  for (let next = rest.pop(); next !== undefined; next = rest.pop()) {
    const { source, isEnd } = next;
    if (isEnd) ended.add(source);
    if (isEnd || begun.has(source)) continue;
    begun.add(source);
    rest.push({ source, isEnd: true });
    for (const key of source.parents) {
      const parent = file.get(key);
      if (parent === undefined || parent === source) continue;
      parents.add(parent);
      rest.push({ source: parent, isEnd: false });
    }
  }
  return new Set([...ended].reverse().filter((source) => parents.has(source)));
}
