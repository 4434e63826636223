import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'astro/zod';
import { buildFieldSchema, type FieldSchema } from '../loaders/schema-faults.ts';
import { livingFigures } from '../lib/living-figures.ts';
import { mdxComponents } from '../schema/mdx-component.ts';
import { paper } from '../schema/paper.ts';
import { site } from '../schema/site.ts';
import { thread } from '../schema/thread.ts';
import { projectFolder } from './project.ts';

const begin = '<!-- fields: written by “npm run docs” -->';
const end = '<!-- end of fields -->';

const documented: [heading: string, schema: z.ZodType][] = [
  ['A thread, `content/threads/<slug>.mdx`', thread],
  ['A paper, `content/papers/<slug>.mdx`', paper],
  ['The site, `content/site.yaml`', site],
  ...livingFigures.map((name): [string, z.ZodType] => [
    `A figure, \`<${name} …>\`, in the prose of an entry`,
    mdxComponents[name],
  ]),
];

/** The README with its tables of fields made anew from the schemas. */
export function buildReadme(readme: string): string {
  const [before, rest] = readme.split(begin);
  const after = rest?.split(end)[1];
  if (before === undefined || after === undefined)
    throw new Error(`README.md has no “${begin}” and “${end}” to write between.`);
  const lines = [
    '',
    '<!-- prettier-ignore-start -->',
    buildTables(),
    '<!-- prettier-ignore-end -->',
    '',
  ];
  return [before, begin, lines.join('\n\n'), end, after].join('');
}

function buildTables(): string {
  return documented
    .map(([heading, schema]) =>
      [
        `#### ${heading}`,
        '',
        '| field | | what it holds |',
        '| --- | --- | --- |',
        ...buildRows(buildFieldSchema(schema), ''),
      ].join('\n'),
    )
    .join('\n\n');
}

/** A row for each field, those of nested fields below them as `venue.year` or `phases[].title`. */
function buildRows(schema: FieldSchema, prefix: string): string[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, field]) => {
    const isRequired = schema.required?.includes(name) ?? false;
    const words = field.enum === undefined ? '' : `: ${field.enum.map(code).join(', ')}`;
    const path = `${prefix}${name}`;
    return [
      `| ${code(path)} | ${isRequired ? 'required' : ''} | ${field.description ?? ''}${words} |`,
      ...buildRows(field, `${path}.`),
      ...(field.items ? buildRows(field.items, `${path}[].`) : []),
    ];
  });
}

function code(text: string): string {
  return `\`${text}\``;
}

/** `npm run docs`: writes the tables of fields into README.md. */
export function run(): number {
  const file = join(projectFolder, 'README.md');
  writeFileSync(file, buildReadme(readFileSync(file, 'utf8')));
  console.log('README.md: the tables of fields are those of the schemas.');
  return 0;
}
