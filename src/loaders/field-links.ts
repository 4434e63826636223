import type { PageLink } from '../lib/located.ts';
import { linkedField, listProse, listTexts } from '../lib/prose-fields.ts';
import { isPublicFile } from './body/links.ts';
import { listPaths } from './field-markup.ts';
import type { YamlSource } from './yaml.ts';

/** Returns the links of fields to pages of the site. Other links are checked with the marks of a field. */
export function readFieldLinks(root: string, { data, locate }: YamlSource): PageLink[] {
  return [...listProse(data), ...listTexts(data, linkedField)].flatMap(({ path, text }) =>
    listPaths(text)
      .filter((page) => !isPublicFile(page, root))
      .map((page) => {
        const place = locate(path, page);
        return { page, place, written: place };
      }),
  );
}
