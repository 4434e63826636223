import { loadFieldPicture, type FieldPictures } from './field-pictures.ts';
import { contentFiles } from './files.ts';
import { getValue } from './source.ts';
import type { YamlSource } from './yaml.ts';

const path = ['author', 'photo', 'src'];

const missing = {
  expected: 'a photograph beside site.yaml, such as ./photo.jpg; there is none of this name',
  fix: 'Put the file beside site.yaml, and write ./ before its name.',
};

/** Finds the photograph that the settings name, as its path from the folder that holds `content/`. */
export function loadPhoto(root: string, source: YamlSource): FieldPictures {
  const written = getValue(source.data, path);
  // The schema reports others.
  if (typeof written !== 'string' || !/\.\w+$/.test(written.trim()))
    return { images: [], faults: [] };
  return loadFieldPicture(root, contentFiles.site, source, path, missing);
}
