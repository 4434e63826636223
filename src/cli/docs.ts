import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'astro/zod';
import { formatCaddyfile } from '../hosting/caddy.ts';
import { formatNginx } from '../hosting/nginx.ts';
import { buildFieldSchema, type FieldSchema } from '../loaders/schema-faults.ts';
import { livingFigures } from '../lib/living-figures.ts';
import { mdxComponents } from '../schema/mdx-component.ts';
import { paper } from '../schema/paper.ts';
import { site } from '../schema/site.ts';
import { thread } from '../schema/thread.ts';
import { projectFolder } from './project.ts';

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
  return replacePart(readme, 'fields', buildTables());
}

/** `docs/publishing.md` with the settings of servers made anew from the rules of all hosts. */
export function buildPublishing(text: string): string {
  const server = { host: 'example.org', root: '/var/www/portfolio', base: '/' };
  const fence = (language: string, code: string) => `\`\`\`${language}\n${code}\`\`\``;
  const nginx = replacePart(text, 'nginx', fence('nginx', formatNginx(server)));
  return replacePart(nginx, 'caddy', fence('caddyfile', formatCaddyfile(server)));
}

/** A text with what stands between the marks of a part made anew. */
function replacePart(text: string, part: string, content: string): string {
  const begin = `<!-- ${part}: written by “npm run docs” -->`;
  const end = `<!-- end of ${part} -->`;
  const [before, rest] = text.split(begin);
  const after = rest?.split(end)[1];
  if (before === undefined || after === undefined)
    throw new Error(`The text has no “${begin}” and “${end}” to write between.`);
  const lines = ['', '<!-- prettier-ignore-start -->', content, '<!-- prettier-ignore-end -->', ''];
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

/** The documents that hold what is known elsewhere, and how each is made anew. */
export const documents: Record<string, (text: string) => string> = {
  'README.md': buildReadme,
  'docs/publishing.md': buildPublishing,
};

/** `npm run docs`: writes the tables of fields into the README, and the settings of servers into docs/. */
export function run(): number {
  for (const [name, rebuild] of Object.entries(documents)) {
    const file = join(projectFolder, name);
    writeFileSync(file, rebuild(readFileSync(file, 'utf8')));
    console.log(`${name} is current.`);
  }
  return 0;
}
