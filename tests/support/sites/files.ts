import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

export type Fields = Record<string, unknown>;

export function writeContent(root: string, path: string, text: string | Uint8Array): void {
  const file = join(root, 'content', path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

/** Formats fields as JSON, which is valid YAML. Undefined values are left out. */
export function formatFields(fields: Fields): string {
  return Object.entries(fields)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}: ${JSON.stringify(value)}\n`)
    .join('');
}

export function writeEntry(root: string, path: string, fields: Fields, body = ''): void {
  writeContent(root, `${path}.mdx`, `---\n${formatFields(fields)}---\n\n${body}`);
}
