import { contentFiles } from './files.ts';
import { getValue } from './source.ts';
import { readTextFile } from './text-file.ts';
import { parseYaml } from './yaml.ts';

/** Returns the bibliography fields that `content/site.yaml` declares private. */
export function loadPrivateNames(root: string): string[] {
  const { text = '' } = readTextFile(root, contentFiles.site);
  const names = getValue(parseYaml(text, contentFiles.site).data, ['bibtexPrivate']);
  return Array.isArray(names) ? names.filter((name) => typeof name === 'string') : [];
}
