import type { z } from 'astro/zod';
import { interactiveFigureNames } from '../../figures/registry.ts';
import { textNames, texts } from '../../kinds/registry.ts';
import { buildFieldSchema, type FieldSchema } from '../../loaders/field-schema.ts';
import { mdxComponents } from '../../schema/mdx-component.ts';
import { person } from '../../schema/people.ts';
import { site } from '../../schema/site.ts';
import { buildCode, buildTable, replacePart } from './part.ts';

const documented: [heading: string, schema: z.ZodType][] = [
  ...textNames.map((name): [string, z.ZodType] => {
    const { label, folder, schema } = texts[name];
    return [`A ${label.toLowerCase()}, \`content/${folder}/<slug>.mdx\``, schema];
  }),
  ['The site, `content/site.yaml`', site],
  ['A person, by name in `content/people.yaml`', person],
  ...interactiveFigureNames.map((name): [string, z.ZodType] => [
    `A figure, \`<${name} …>\`, in the prose of an entry`,
    mdxComponents[name],
  ]),
];

/** Writes a table for each schema into `docs/fields.md`. */
export function buildFields(text: string): string {
  const sections = documented.map(([heading, schema]) => {
    const rows = buildRows(buildFieldSchema(schema), '');
    return `## ${heading}\n\n${buildTable(['field', '', 'what it holds'], rows)}`;
  });
  return replacePart(text, 'fields', sections.join('\n\n'));
}

/** Builds a row for each field, with nested fields below as `venue.year` or `phases[].title`. */
function buildRows(schema: FieldSchema, prefix: string): string[][] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, field]) => {
    const isRequired = schema.required?.includes(name) ?? false;
    const words = field.enum === undefined ? '' : `: ${field.enum.map(buildCode).join(', ')}`;
    const path = `${prefix}${name}`;
    return [
      [buildCode(path), isRequired ? 'required' : '', `${field.description ?? ''}${words}`],
      ...buildRows(field, `${path}.`),
      ...(field.items ? buildRows(field.items, `${path}[].`) : []),
    ];
  });
}
