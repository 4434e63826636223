import { z } from 'astro/zod';
import type { Constraint } from '../schema/constraint.ts';
import type { Fault } from '../lib/fault.ts';
import { describeNearest } from '../lib/nearest.ts';
import type { Locate, Path } from './source.ts';

/** The part of a JSON Schema that a report needs. */
export interface FieldSchema {
  type?: string;
  description?: string;
  enum?: string[];
  properties?: Record<string, FieldSchema>;
  required?: string[];
  items?: FieldSchema;
  default?: unknown;
}

/** What the author may write, as JSON Schema: the one description that all reports are made from. */
export function buildFieldSchema(schema: z.ZodType): FieldSchema {
  return z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as FieldSchema;
}

/** The schema of one field; `undefined` for a path that the schema does not know. */
function findField(root: FieldSchema, path: Path): FieldSchema | undefined {
  return path.reduce<FieldSchema | undefined>(
    (field, step) => (typeof step === 'number' ? field?.items : field?.properties?.[String(step)]),
    root,
  );
}

function getValue(data: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, step) => (value as Record<PropertyKey, unknown> | undefined)?.[step],
    data,
  );
}

function describeExpected(field: FieldSchema | undefined): string {
  const words = field?.enum === undefined ? '' : ` (one of ${field.enum.join(', ')})`;
  return `${field?.description ?? 'a value that the field can hold'}${words}`;
}

const mendByType: Record<string, string> = {
  string: 'Write text, in quotes if it is a number or a date.',
  integer: 'Write a whole number, without quotes.',
  array: 'Write a list: each item on a line of its own after “- ”, or all in brackets: [a, b].',
  object: 'Write one “name: value” a line, indented below it.',
};

/**
 * Everything in `data` that breaks `schema`, as faults at the places that `locate` gives.
 * An empty list means that `schema.parse(data)` succeeds.
 */
export function checkSchema(schema: z.ZodType, data: unknown, locate: Locate): Fault[] {
  const { error } = schema.safeParse(data);
  const root = buildFieldSchema(schema);
  return (error?.issues ?? []).flatMap((issue): Fault[] => {
    const { path } = issue;
    const field = findField(root, path);
    const expected = describeExpected(field);
    const value = getValue(data, path);

    if (issue.code === 'unrecognized_keys') {
      const known = Object.keys(field?.properties ?? {});
      return issue.keys.map((key) => ({
        rule: 'unknown-key',
        ...locate([...path, key]),
        expected: `one of ${known.join(', ')}`,
        ...describeNearest(key, known),
        mend: 'Correct the spelling, or take the line out.',
      }));
    }
    if (issue.code === 'custom') {
      const { rule, mend, expected: special } = issue.params as Constraint & { expected?: string };
      return [{ rule, ...locate(path), expected: special ?? expected, mend }];
    }
    if (value === undefined) {
      const name = String(path.at(-1));
      return [
        {
          rule: 'missing-field',
          ...locate(path.slice(0, -1)),
          found: `no “${name}”`,
          expected: `${name}: ${expected}`,
          mend: `Add a line “${name}: …”.`,
        },
      ];
    }
    const words = field?.enum;
    return [
      {
        rule: 'wrong-type',
        ...locate(path),
        expected,
        ...(words && describeNearest(String(value), words)),
        mend: words
          ? 'Write one of these words.'
          : (mendByType[field?.type ?? ''] ?? mendByType['string'] ?? ''),
      },
    ];
  });
}
