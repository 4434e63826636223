import {
  isMap,
  isScalar,
  isSeq,
  parseDocument,
  Scalar,
  visit,
  YAMLParseError,
  type Document,
} from 'yaml';
import type { Fault } from '../lib/fault.ts';
import { buildLocation, type Locate } from './source.ts';
import { adviseOnYaml, type YamlSlip } from './yaml-advice.ts';
import { findDeepLevel, tooDeep } from './yaml-depth.ts';
import { findNodes } from './yaml-nodes.ts';

export interface YamlSource {
  /** The plain value, without fields that cannot be parsed. */
  data: unknown;
  locate: Locate;
  /** The names of fields in the parts that cannot be parsed. */
  unread: string[];
  faults: Fault[];
}

/** A mistake in the YAML, and its offset. */
type Found = [slip: YamlSlip, offset: number];

/**
 * Parses `yaml`, the text of `file` or a part of it in its position. A mistake in one field is one
 * fault; all other fields are still parsed.
 */
export function parseYaml(yaml: string, file: string): YamlSource {
  const deep = findDeepLevel(yaml);
  if (deep !== undefined)
    return {
      data: undefined,
      locate: () => buildLocation(file, yaml, deep),
      unread: [],
      faults: [{ ...buildLocation(file, yaml, deep), ...tooDeep }],
    };
  const found: Found[] = [];
  const unread: string[] = [];
  const readable = setAsideBroken(yaml, (part, slip, offset) => {
    found.push([slip, offset]);
    unread.push(...Array.from(part.matchAll(/^[^\w\n]*([\w-]+)/gm), ([, name = '']) => name));
  });
  const document = readYaml(readable);
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
    unread,
    faults: found.flatMap(([slip, offset], index): Fault[] => {
      const place = buildLocation(file, yaml, offset);
      const [last, lastOffset = 0] = found[index - 1] ?? [];
      // A list item without its hyphen repeats each field of the item.
      const isTold = slip === 'DUPLICATE_KEY' && last === slip;
      if (isTold && buildLocation(file, yaml, lastOffset).line === place.line - 1) return [];
      const advice = adviseOnYaml(lines, place.line, slip);
      return [{ rule: 'malformed-yaml', ...place, ...advice }];
    }),
  };
}

/**
 * Parses YAML with timestamps, like Astro's parser. An invalid date such as 2026-02-30, which the
 * parser moves to March, remains text.
 */
function readYaml(yaml: string): Document.Parsed {
  const document = parseDocument(yaml, {
    customTags: ['timestamp'],
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
    Scalar: (_, scalar) => {
      const { source = '', value } = scalar;
      if (value instanceof Date && !source.startsWith(value.toISOString().slice(0, 10)))
        scalar.value = source;
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
  const whole = readYaml(yaml);
  if (whole.errors.length === 0 && (isMap(whole.contents) || whole.contents === null)) return yaml;
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

/** Finds YAML that is valid but never intended. */
function findSilentSlips(document: Document.Parsed, yaml: string): Found[] {
  const found: Found[] = [];
  visit(document, {
    Node: (_, node) => {
      const start = node.range?.[0] ?? 0;
      if (('anchor' in node && node.anchor) || node.tag?.startsWith('!'))
        found.push(['MARK', start]);
      if (!isScalar(node)) return undefined;
      const [, end = 0, rest = end] = node.range ?? [];
      const source = yaml.slice(start, end);
      if (node.type === 'QUOTE_DOUBLE' && /\\[a-z\d_]/i.test(source)) found.push(['ESCAPE', start]);
      // Items below a text, not below the name of their list, become part of the text.
      const item = (node.type === 'PLAIN' ? /\n[ \t]*(?=- )/ : /\n[ \t]*(?=- [a-z]\w*:\s)/i).exec(
        source,
      );
      if (item) found.push(['INDENTATION', start + item.index + item[0].length]);
      if (/^[ \t]+#[^\s#]/.test(yaml.slice(end, rest))) found.push(['COMMENT', start]);
      return undefined;
    },
    Alias: (_, node) => {
      found.push(['MARK', node.range?.[0] ?? 0]);
      return new Scalar(`*${node.source}`);
    },
  });
  return found;
}
