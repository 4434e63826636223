import { z } from 'astro/zod';
import { texts } from '../kinds/registry.ts';
import type { Constraint } from '../schema/constraint.ts';
import { news } from '../schema/news.ts';
import { people } from '../schema/people.ts';
import { site } from '../schema/site.ts';
import { contentFiles, parseEntryPath } from './files.ts';
import type { Path } from './source.ts';

/** The keywords of JSON Schema that reports use. */
export interface FieldSchema extends Partial<Constraint> {
  type?: string;
  description?: string;
  enum?: string[];
  properties?: Record<string, FieldSchema>;
  required?: string[];
  items?: FieldSchema;
  /** The schema of the values of a field whose names are free. */
  additionalProperties?: FieldSchema | false;
  default?: unknown;
}

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

/** Returns the fields of the entry or the settings in `file`. */
export function findFileSchema(file: string): FieldSchema | undefined {
  const kind = parseEntryPath(file)?.kind;
  if (kind !== undefined) return buildFieldSchema(texts[kind].schema);
  if (file === contentFiles.news) return buildFieldSchema(news);
  if (file === contentFiles.people) return buildFieldSchema(people);
  return file === contentFiles.site ? buildFieldSchema(site) : undefined;
}

/** Returns the schema of a field, or undefined for an unknown path. */
export function findField(root: FieldSchema, path: Path): FieldSchema | undefined {
  return path.reduce<FieldSchema | undefined>(
    (field, step) =>
      typeof step === 'number'
        ? field?.items
        : (field?.properties?.[String(step)] ?? readOthers(field)),
    root,
  );
}

/** The schema of the values under free names; `false` says that there are none. */
function readOthers(field: FieldSchema | undefined): FieldSchema | undefined {
  const { additionalProperties = false } = field ?? {};
  return additionalProperties === false ? undefined : additionalProperties;
}
