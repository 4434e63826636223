import type { Fault } from '../lib/fault.ts';
import type { Located } from '../lib/located.ts';
import { readPhotoAddress } from '../lib/photo.ts';
import { resolveFile } from './attachments/check.ts';
import { checkImageFile } from './body/images.ts';
import { contentFiles } from './files.ts';
import { getValue } from './source.ts';
import { replaceText, type YamlSource } from './yaml.ts';

const path = ['author', 'photo', 'src'];

const missing = {
  expected: 'a photograph beside site.yaml, such as ./photo.jpg; there is none of this name',
  fix: 'Put the file beside site.yaml, and write ./ before its name.',
};

/** Finds the photograph that the settings name, as its path from the folder that holds `content/`. */
export function loadPhoto(
  root: string,
  source: YamlSource,
): { images: Located<string>[]; faults: Fault[] } {
  const written = getValue(source.data, path);
  // The schema reports others.
  if (typeof written !== 'string' || !/\.\w+$/.test(written.trim()))
    return { images: [], faults: [] };
  const address = readPhotoAddress(written);
  const place = source.locate(path);
  const found = checkImageFile(address, { root, file: contentFiles.site });
  if (found.length === 0)
    return { images: [{ value: resolveFile(contentFiles.site, address), place }], faults: [] };
  return {
    images: [],
    faults: found.map(({ rule, expected, fix, nearest, corrections }): Fault => {
      const edits = corrections && replaceText(source.span(path, 'value'), nearest);
      return {
        rule,
        ...place,
        ...(rule === 'missing-image' && !written.includes('://') ? missing : { expected, fix }),
        ...(nearest !== undefined && { nearest }),
        ...(edits && edits.length > 0 && { edits }),
      };
    }),
  };
}
