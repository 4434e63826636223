import { z } from 'astro/zod';
import type { Constraint } from '../schema/constraint.ts';
import type { Fault } from '../lib/fault.ts';
import { snapToGrid, type Grid } from '../lib/grid.ts';
import { describeNearest } from '../lib/nearest.ts';
import { getValue, type Path } from './source.ts';
import { suggestValue } from './suggestion.ts';
import type { YamlSource } from './yaml.ts';

/** The keywords of JSON Schema that reports use. */
export interface FieldSchema extends Partial<Constraint> {
  type?: string;
  description?: string;
  enum?: string[];
  properties?: Record<string, FieldSchema>;
  required?: string[];
  items?: FieldSchema;
  default?: unknown;
}

/** The words for a field and for adding it, in YAML or in a tag. */
export interface FieldForm {
  noun: string;
  add: (name: string) => string;
}

const yamlForm: FieldForm = { noun: 'line', add: (name) => `Add a line “${name}: …”.` };

type Issue = z.core.$ZodIssue;

const fieldSchemas = new WeakMap<z.ZodType, FieldSchema>();

/** Converts a schema to JSON Schema, the source of all reports. */
export function buildFieldSchema(schema: z.ZodType): FieldSchema {
  const known = fieldSchemas.get(schema) ?? toFieldSchema(schema);
  fieldSchemas.set(schema, known);
  return known;
}

function toFieldSchema(schema: z.ZodType): FieldSchema {
  return z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as FieldSchema;
}

/**
 * Returns the breaches of `schema` in a file. It returns none if `schema.parse` succeeds, or if
 * the faulty field was already reported as unreadable.
 */
export function checkSchema(schema: z.ZodType, source: YamlSource, form = yamlForm): Fault[] {
  const { locate, unread } = source;
  const data = source.data ?? {};
  const root = buildFieldSchema(schema);
  const issues = schema.safeParse(data).error?.issues ?? [];
  // A field under a wrong name, or an unreadable one, is not missing too.
  const misspelt = new Set(issues.flatMap((issue) => listMeant(issue, root, data)));
  const strangers = new Set(
    issues.filter((issue) => isStranger(issue, data)).map(({ path }) => path.join('.')),
  );
  const unreadNames = new Set(unread);
  const isFollowing = ({ path }: Issue) =>
    getValue(data, path) === undefined &&
    (misspelt.has(path.join('.')) ||
      unreadNames.has(String(path.at(-1))) ||
      strangers.has(path.slice(0, -1).join('.')));

  const describe = (issue: Issue): Fault[] => {
    const { path } = issue;
    const field = findField(root, path);
    const value = getValue(data, path);
    if (issue.code === 'unrecognized_keys' && !isStranger(issue, data)) {
      const free = listFree(field, value);
      return issue.keys.map((key) => ({
        rule: 'unknown-key',
        ...locate([...path, key]),
        expected: `one of: ${Object.keys(field?.properties ?? {}).join(', ')}`,
        ...describeNearest(key, free),
        fix: `Correct the spelling, or remove the ${form.noun}.`,
      }));
    }
    const place = locate(value === undefined ? path.slice(0, -1) : path);
    return [
      {
        ...place,
        ...(value === undefined && { found: `no “${String(path.at(-1))}”` }),
        ...suggestValue(schema, data, path, place.found),
        ...describeIssue(issue, form, field, value),
      },
    ];
  };
  return issues.filter((issue) => !isFollowing(issue)).flatMap(describe);
}

type IssueReport = Pick<Fault, 'rule' | 'expected' | 'fix' | 'nearest'>;

function describeIssue(
  issue: Issue,
  form: FieldForm,
  field: FieldSchema = {},
  value: unknown,
): IssueReport {
  const name = String(issue.path.at(-1));
  const words = field.enum;
  const expected = words
    ? `The ${name} must be one of: ${words.join(', ')}.`
    : (field.description ?? 'fields, each as “name: value”');

  if (issue.code === 'custom' && issue.params) return { expected, ...(issue.params as Constraint) };
  if (value === undefined)
    return {
      rule: 'missing-field',
      expected: words ? expected : `${name}: ${expected}`,
      fix: form.add(name),
    };
  if (value === null || (typeof value === 'string' && value.trim() === ''))
    return {
      rule: 'missing-field',
      expected,
      fix: `Write a value, or remove the ${form.noun}.`,
    };
  if (field.rule !== undefined && field.fix !== undefined)
    return {
      rule: field.rule,
      expected,
      ...(field.grid && describeNearestNumber(value, field.grid)),
      fix: field.fix,
    };
  const fixes = issue.code.startsWith('too_') ? fixBySize : fixByType;
  return {
    rule: 'wrong-type',
    expected,
    ...(words && typeof value === 'string' && describeNearest(value, words)),
    fix: words ? 'Write one of these words.' : (fixes[field.type ?? 'object'] ?? ''),
  };
}

/** Returns the valid number nearest to the value. */
function describeNearestNumber(value: unknown, grid: Grid): { nearest?: string } {
  const number = Number(value);
  return Number.isFinite(number) ? { nearest: String(snapToGrid(number, grid)) } : {};
}

const fixByType: Record<string, string> = {
  string: 'Write text, in quotation marks if it is a number or a date.',
  integer: 'Write a whole number, without quotation marks.',
  boolean: 'Write true or false, without quotation marks.',
  array: 'Write a list: each item on its own line after “- ”, or all in brackets: [a, b].',
  object: 'Write one “name: value” per line, indented below it.',
};

const fixBySize: Record<string, string> = {
  string: 'Shorten the text.',
  integer: 'Write a number in the allowed range.',
  array: 'Write at least one item.',
};

/** Returns the schema of a field, or undefined for an unknown path. */
function findField(root: FieldSchema, path: Path): FieldSchema | undefined {
  return path.reduce<FieldSchema | undefined>(
    (field, step) => (typeof step === 'number' ? field?.items : field?.properties?.[String(step)]),
    root,
  );
}

/** Returns the fields of an object that are not set. */
function listFree(field: FieldSchema | undefined, value: unknown): string[] {
  return Object.keys(field?.properties ?? {}).filter(
    (name) => typeof value === 'object' && value !== null && !(name in value),
  );
}

/** Whether an object has only unknown fields, like an item of another list. */
function isStranger(issue: Issue, data: unknown): boolean {
  if (issue.code !== 'unrecognized_keys' || issue.path.length === 0) return false;
  return (
    issue.keys.length > 1 &&
    issue.keys.length === Object.keys(getValue(data, issue.path) as object).length
  );
}

/** Returns the paths that misspelt keys were meant to be. */
function listMeant(issue: Issue, root: FieldSchema, data: unknown): string[] {
  if (issue.code !== 'unrecognized_keys' || isStranger(issue, data)) return [];
  const free = listFree(findField(root, issue.path), getValue(data, issue.path));
  return issue.keys.flatMap((key) => {
    const { nearest } = describeNearest(key, free);
    return nearest === undefined ? [] : [[...issue.path, nearest].join('.')];
  });
}
