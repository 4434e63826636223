import { isMap, isScalar, isSeq, parseDocument, visit, YAMLParseError, type Document } from 'yaml';
import type { Edit, Fault } from '../lib/fault.ts';
import { findFileSchema } from './field-schema.ts';
import { buildLocation, type Locate, type Path } from './source.ts';
import { adviseOnYaml, type YamlSlip } from './yaml-advice.ts';
import { findDeepLevel, tooDeep } from './yaml-depth.ts';
import { findNodes } from './yaml-nodes.ts';
import { findSilentSlips, type Found } from './yaml-slips.ts';
import { readValues } from './yaml-values.ts';

export interface YamlSource {
  /** The plain value, without fields that cannot be parsed. */
  data: unknown;
  locate: Locate;
  /** Finds the text of a field’s name or value, if it is within one line. */
  span: (path: Path, part: 'name' | 'value') => Omit<Edit, 'new'> | undefined;
  /** The names of fields in the parts that cannot be parsed. */
  unread: string[];
  faults: Fault[];
}

/** Returns the correction of a text of the file, with its quotation marks, if both are known. */
export function replaceText(
  place: Omit<Edit, 'new'> | undefined,
  text: string | undefined,
): Edit[] {
  if (place === undefined || text === undefined) return [];
  const isQuoted = /^(['"]).*\1$/.test(place.old) && !text.startsWith('[');
  const mark = isQuoted ? place.old.charAt(0) : '';
  return [{ ...place, new: mark + text + mark }];
}

/** The last result for each file: the check and every step of a build read it. */
const last = new Map<string, { yaml: string; source: YamlSource }>();

/**
 * Parses `yaml`, the text of `file` or a part of it in its position. A mistake in one field is one
 * fault; all other fields are still parsed.
 */
export function parseYaml(yaml: string, file: string): YamlSource {
  const known = last.get(file);
  if (known?.yaml === yaml) return known.source;
  const source = parseSource(yaml, file);
  last.set(file, { yaml, source });
  return source;
}

function parseSource(yaml: string, file: string): YamlSource {
  const deep = findDeepLevel(yaml);
  if (deep !== undefined)
    return {
      data: undefined,
      locate: () => buildLocation(file, yaml, deep),
      span: () => undefined,
      unread: [],
      faults: [{ ...buildLocation(file, yaml, deep), ...tooDeep }],
    };
  const found: Found[] = [];
  const unread: string[] = [];
  let readable = yaml;
  let document = readYaml(yaml);
  if (document.errors.length > 0 || !(isMap(document.contents) || document.contents === null)) {
    readable = setAsideBroken(yaml, (part, slip, offset) => {
      found.push([slip, offset]);
      unread.push(...Array.from(part.matchAll(/^[^\w\n]*([\w-]+)/gm), ([, name = '']) => name));
    });
    document = readYaml(readable);
  }
  const schema = findFileSchema(file);
  document.contents = readValues(document.contents, schema) as typeof document.contents;
  const errors = document.errors.map(({ code, pos }): Found => [code, pos[0]]);
  const isNothingLeft = found.length > 0 && document.contents === null;
  const isReadable = !isNothingLeft && errors.every(([code]) => code === 'DUPLICATE_KEY');
  found.push(
    ...(isReadable ? [...errors, ...findSilentSlips(document, readable)] : errors.slice(0, 1)),
  );
  const lines = yaml.split('\n');
  return {
    data: isReadable ? document.toJS() : undefined,
    locate: (path, words) => {
      const { place, value } = findNodes(document, path);
      const [start = 0, end = start] = value?.range ?? [];
      const index = words === undefined ? -1 : readable.slice(start, end).indexOf(words);
      return buildLocation(file, yaml, index < 0 ? (place?.range?.[0] ?? 0) : start + index);
    },
    span: (path, part) => {
      const { place, value } = findNodes(document, path);
      const [start = 0, end = start] = (part === 'name' ? place : value)?.range ?? [];
      const old = yaml.slice(start, end);
      const { line, column } = buildLocation(file, yaml, start);
      return old === '' || old.includes('\n') ? undefined : { line, column, old };
    },
    unread,
    faults: found.flatMap(([slip, offset], index): Fault[] => {
      const place = buildLocation(file, yaml, offset);
      const [last, lastOffset = 0] = found[index - 1] ?? [];
      // A list item without its hyphen repeats each field of the item.
      const isTold = slip === 'DUPLICATE_KEY' && last === slip;
      if (isTold && buildLocation(file, yaml, lastOffset).line === place.line - 1) return [];
      const advice = adviseOnYaml(lines, place.line, slip, Object.keys(schema?.properties ?? {}));
      return [{ rule: 'malformed-yaml', ...place, ...advice }];
    }),
  };
}

/** Parses YAML 1.2, in which a date is a text. */
function readYaml(yaml: string): Document.Parsed {
  const document = parseDocument(yaml, {
    prettyErrors: false,
    stringKeys: true,
    // The parser's own check is quadratic.
    uniqueKeys: false,
  });
  const repeated: number[] = [];
  visit(document, {
    Map: (_, map) => {
      const seen = new Set();
      for (const { key } of map.items) {
        if (!isScalar(key)) continue;
        if (seen.has(key.value)) repeated.push(key.range?.[0] ?? 0);
        seen.add(key.value);
      }
    },
  });
  const end = document.errors[0]?.pos[0] ?? Infinity;
  const first = repeated.filter((offset) => offset < end).sort((a, b) => a - b);
  document.errors = [...first.map(buildKeyError), ...document.errors];
  return document;
}

function buildKeyError(offset: number): YAMLParseError {
  return new YAMLParseError([offset, offset + 1], 'DUPLICATE_KEY', 'Map keys must be unique');
}

/**
 * Blanks out the fields that cannot be parsed. Each is parsed separately, so that an open
 * quotation mark in one does not affect the next.
 */
function setAsideBroken(
  yaml: string,
  report: (part: string, slip: YamlSlip, offset: number) => void,
): string {
  const starts = Array.from(yaml.matchAll(/^[^\s#\]},-]/gm), ({ index }) => index);
  return [0, ...starts.filter((start) => start > 0)]
    .map((start, index, all) => {
      const part = yaml.slice(start, all[index + 1]);
      const problem = findProblem(part);
      if (problem === undefined) return part;
      const [slip, offset] = problem;
      report(part, slip, start + offset);
      return part.replace(/[^\n]/g, ' ');
    })
    .join('');
}

function findProblem(part: string): Found | undefined {
  const { contents, errors } = readYaml(part);
  const error = errors.find(({ code }) => code !== 'DUPLICATE_KEY');
  if (error === undefined) {
    if (contents === null) return undefined;
    const start = contents.range[0];
    if (!isMap(contents)) return ['NO_FIELD', start];
    return /^\S/.test(part) ? undefined : ['INDENTATION', start];
  }
  const [offset] = error.pos;
  const lineBefore = part.slice(part.lastIndexOf('\n', offset - 1) + 1, offset);
  const after = part.slice(offset);
  const next = after.search(/\n[ \t]*[^\s#]/);
  // A field that is indented too far makes the value above it look like a key.
  if (error.code === 'BLOCK_AS_IMPLICIT_KEY' && lineBefore.trim() && !/^.*:(\s|$)/.test(after))
    return next < 0 ? [error.code, offset] : ['INDENTATION', offset + next + 1];
  // An unclosed construct is reported at its beginning.
  let opened: number | undefined;
  visit(contents, (_, node) => {
    const isQuoted = isScalar(node) && node.type?.startsWith('QUOTE') === true;
    const isFlow = (isMap(node) || isSeq(node)) && node.flow === true;
    if ((isQuoted || isFlow) && node.range && node.range[0] < offset && node.range[1] >= offset)
      opened = node.range[0];
  });
  const blank = /^(\s|#.*)*/.exec(after)?.[0].length ?? 0;
  return [error.code, opened ?? (blank < after.length ? offset + blank : offset)];
}
