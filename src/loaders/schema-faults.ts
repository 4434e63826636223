import type { z } from 'astro/zod';
import type { Constraint } from '../schema/constraint.ts';
import type { Fault } from '../lib/fault.ts';
import { snapToGrid, type Grid } from '../lib/grid.ts';
import { isMisspelling } from '../lib/nearest.ts';
import { buildFieldSchema, findField, type FieldSchema } from './field-schema.ts';
import { getValue } from './source.ts';
import { suggestValue } from './suggestion.ts';
import { findSynonym } from './key-synonyms.ts';
import { describeUnknownKey, findMeant } from './unknown-keys.ts';
import { describeForms } from './form-faults.ts';
import { describeNearestWord } from './word-synonyms.ts';
import { replaceText, type YamlSource } from './yaml.ts';

/** The words for a field and for adding it, in YAML or in a tag. */
export interface FieldForm {
  noun: string;
  add: (name: string) => string;
}

const yamlForm: FieldForm = { noun: 'line', add: (name) => `Add a line “${name}: …”.` };

type Issue = z.core.$ZodIssue;

/** Fields in YAML, or the attributes of a tag. */
type FieldSource = Pick<YamlSource, 'data' | 'locate' | 'unread'> &
  Partial<Pick<YamlSource, 'span'>>;

/**
 * Returns the breaches of `schema` in a file. It returns none if `schema.parse` succeeds, or if
 * the faulty field was already reported as unreadable.
 */
export function checkSchema(schema: z.ZodType, source: FieldSource, form = yamlForm): Fault[] {
  const { locate, span, unread } = source;
  const data = source.data ?? {};
  const root = buildFieldSchema(schema);
  const issues = schema.safeParse(data).error?.issues ?? [];
  // A field under a wrong name, or an unreadable one, is not missing too.
  const misspelt = new Set(issues.flatMap((issue) => listMeant(issue, root, data)));
  const strangers = new Set(
    issues.filter((issue) => isStranger(issue, root, data)).map(({ path }) => path.join('.')),
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
    if (issue.code === 'unrecognized_keys' && !isStranger(issue, root, data)) {
      let free = listFree(field, value);
      return issue.keys.map((key) => {
        const at = { schema, source: { ...source, data }, path, key, field, noun: form.noun };
        const fault = describeUnknownKey({ ...at, free });
        // The next key with the same meaning comes too late.
        free = free.filter((name) => name !== findMeant(key, free));
        return fault;
      });
    }
    // A field that is not there has the place of the fields around it.
    const place = locate(path);
    // A rule that compares fields has an advice of its own.
    const suggestion =
      issue.code === 'custom' && issue.params
        ? undefined
        : suggestValue(schema, data, path, place.found);
    const owner = findField(root, path.slice(0, -1));
    const isNeeded = owner?.required?.includes(String(path.at(-1))) === true;
    const report = describeIssue(issue, form, field, value, isNeeded);
    const words = field?.enum ?? field?.words ?? [];
    const isMeant =
      report.nearest === undefined
        ? suggestion?.isSure
        : typeof value === 'string' && isMisspelling(value, report.nearest, words);
    const right = isMeant ? (report.nearest ?? suggestion?.nearest) : undefined;
    const edits = replaceText(span?.(path, 'value'), right);
    return [
      {
        ...place,
        ...(value === undefined && { found: `no “${String(path.at(-1))}”` }),
        ...(suggestion && { nearest: suggestion.nearest }),
        ...report,
        ...(edits.length > 0 && { edits }),
      },
    ];
  };
  const { fields: formed, faults } = describeForms(schema, source, issues, root);
  const isFormed = ({ path }: Issue) =>
    [path, path.slice(0, -1)].some((one) => formed.has(one.join('.')));
  return [
    ...faults,
    ...issues.filter((issue) => !isFollowing(issue) && !isFormed(issue)).flatMap(describe),
  ];
}

type IssueReport = Pick<Fault, 'rule' | 'expected' | 'fix' | 'nearest'>;

function describeIssue(
  issue: Issue,
  form: FieldForm,
  field: FieldSchema = {},
  value: unknown,
  isNeeded: boolean,
): IssueReport {
  const name = String(issue.path.at(-1));
  const words = field.enum;
  const expected = words
    ? `The ${name} must be one of: ${words.join(', ')}.`
    : (field.description ?? 'fields, each as “name: value”');

  if (issue.code === 'invalid_key')
    return {
      rule: 'wrong-type',
      expected: 'a name of letters alone',
      fix: 'Write the name without other signs.',
    };
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
      fix: isNeeded ? 'Write a value.' : `Write a value, or remove the ${form.noun}.`,
    };
  if (field.rule !== undefined && field.fix !== undefined)
    return {
      rule: field.rule,
      expected,
      ...(field.grid && describeNearestNumber(value, field.grid)),
      ...(field.words && typeof value === 'string' && describeNearestWord(value, field.words)),
      fix: field.fix,
    };
  const fixes = issue.code.startsWith('too_') ? fixBySize : fixByType;
  return {
    rule: 'wrong-type',
    expected,
    ...(words && typeof value === 'string' && describeNearestWord(value, words)),
    fix: words ? 'Write one of these words.' : (fixes[field.type ?? 'object'] ?? ''),
  };
}

/** Returns the valid number nearest to the value. */
function describeNearestNumber(value: unknown, grid: Grid): { nearest?: string } {
  const number = Number(value);
  return Number.isFinite(number) ? { nearest: String(snapToGrid(number, grid)) } : {};
}

const fixByType: Record<string, string> = {
  string: 'Write text, in quotation marks if it begins with a bracket or a brace.',
  integer: 'Write a whole number in digits.',
  boolean: 'Write true or false.',
  array: 'Write a list: each item on its own line after “- ”, or all in brackets: [a, b].',
  object: 'Write one “name: value” per line, indented below it.',
};

const fixBySize: Record<string, string> = {
  string: 'Shorten the text.',
  integer: 'Write a number in the allowed range.',
  array: 'Write at least one item.',
};

/** Returns the fields of an object that are not set. */
function listFree(field: FieldSchema | undefined, value: unknown): string[] {
  return Object.keys(field?.properties ?? {}).filter(
    (name) => typeof value === 'object' && value !== null && !(name in value),
  );
}

/** Whether an object has only unknown fields, like an item of another list. */
function isStranger(issue: Issue, root: FieldSchema, data: unknown): boolean {
  if (issue.code !== 'unrecognized_keys' || issue.path.length === 0) return false;
  const names = Object.keys(findField(root, issue.path)?.properties ?? {});
  if (issue.keys.every((key) => findSynonym(key, names) !== undefined)) return false;
  return (
    issue.keys.length > 1 &&
    issue.keys.length === Object.keys(getValue(data, issue.path) as object).length
  );
}

/** Returns the paths that misspelt keys were meant to be. */
function listMeant(issue: Issue, root: FieldSchema, data: unknown): string[] {
  if (issue.code !== 'unrecognized_keys' || isStranger(issue, root, data)) return [];
  const free = listFree(findField(root, issue.path), getValue(data, issue.path));
  return issue.keys.flatMap((key) => {
    const meant = findMeant(key, free);
    return meant === undefined ? [] : [[...issue.path, meant].join('.')];
  });
}
