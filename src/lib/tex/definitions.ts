import type { TexReader } from './reader.ts';

/** A command that an author defined. */
interface Macro {
  /** The number of its arguments. */
  count: number;
  /** The value of the first one where it is left out. */
  fallback?: string | undefined;
  body: string;
  /** The body after a star. */
  starred?: string | undefined;
}

/** The commands of a page by name, as far as they are defined. */
export type Macros = Map<string, Macro>;

type Define = (reader: TexReader, macros: Macros, isStarred: boolean) => boolean;

const readName = (reader: TexReader) =>
  /^\s*\\([a-zA-Z]+)\s*$/.exec(reader.takeArgument() ?? '')?.[1];

/** A macro whose definition may be incomplete. */
type Read = Omit<Partial<Macro>, 'body'> & { body: string | undefined };

/** Adds a macro if all of its definition was read. */
function add(macros: Macros, name: string | undefined, macro: Read): boolean {
  const { body } = macro;
  if (name === undefined || body === undefined) return false;
  macros.set(name, { count: 0, ...macro, body });
  return true;
}

const newCommand: Define = (reader, macros) => {
  const name = readName(reader);
  const count = Number(reader.takeOption() ?? 0);
  return add(macros, name, { count, fallback: reader.takeOption(), body: reader.takeArgument() });
};

/** Plain TeX. Parameters with other signs between them are left to KaTeX. */
const define: Define = (reader, macros) => {
  const name = readName(reader);
  const parameters = reader.take(/\s*((?:#\d)*)(?=\{)/y)?.[1];
  if (parameters === undefined) return false;
  return add(macros, name, { count: parameters.length / 2, body: reader.takeArgument() });
};

/** The commands that define others, by name. */
const definitions: Readonly<Record<string, Define>> = {
  newcommand: newCommand,
  renewcommand: newCommand,
  providecommand: (reader, macros, isStarred) => {
    const known = new Map(macros);
    const isRead = newCommand(reader, macros, isStarred);
    for (const [name, macro] of known) macros.set(name, macro);
    return isRead;
  },
  def: define,
  gdef: define,
  edef: define,
  xdef: define,
  global: () => true,
  long: () => true,
  let: (reader, macros) => {
    const name = readName(reader);
    reader.take(/\s*=?\s*/y);
    const body = reader.takeArgument();
    return add(macros, name, macros.get(body?.slice(1) ?? '') ?? { body });
  },
  DeclareMathOperator: (reader, macros, isStarred) => {
    const name = readName(reader);
    const words = reader.takeArgument();
    const body =
      words === undefined ? undefined : `\\operatorname${isStarred ? '*' : ''}{${words}}`;
    return add(macros, name, { body });
  },
  DeclarePairedDelimiter: (reader, macros) => {
    const name = readName(reader);
    const [left, right] = [reader.takeArgument(), reader.takeArgument()];
    if (left === undefined || right === undefined) return false;
    const starred = `\\left${left} #1 \\right${right}`;
    return add(macros, name, { count: 1, body: `${left} #1 ${right}`, starred });
  },
};

/** Reads the definition that follows a command. Returns whether there is one. */
export function readDefinition(
  command: string,
  isStarred: boolean,
  reader: TexReader,
  macros: Macros,
): boolean {
  const start = reader.index;
  const isRead =
    Object.hasOwn(definitions, command) &&
    definitions[command]?.(reader, macros, isStarred) === true;
  if (!isRead) reader.index = start;
  return isRead;
}
