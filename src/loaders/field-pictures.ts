import type { Fault } from '../lib/fault.ts';
import { listFieldPictures } from '../lib/field-pictures.ts';
import type { Located } from '../lib/located.ts';
import { readPhotoAddress } from '../lib/photo.ts';
import { resolveFile } from './attachments/check.ts';
import { checkImageFile } from './body/images.ts';
import { getValue, type Path } from './source.ts';
import { replaceText, type YamlSource } from './yaml.ts';

/** The pictures of fields, as their paths from the folder that holds `content/`. */
export interface FieldPictures {
  images: Located<string>[];
  faults: Fault[];
}

/** Finds the pictures that the fields of an entry name. */
export function loadFieldPictures(root: string, file: string, source: YamlSource): FieldPictures {
  const found = listFieldPictures(source.data).map(({ path }) =>
    loadFieldPicture(root, file, source, path),
  );
  return {
    images: found.flatMap(({ images }) => images),
    faults: found.flatMap(({ faults }) => faults),
  };
}

/**
 * Finds the picture that the field at `path` names. `missing` describes one that is not beside `file`; by default as in
 * prose.
 */
export function loadFieldPicture(
  root: string,
  file: string,
  source: YamlSource,
  path: Path,
  missing?: Pick<Fault, 'expected' | 'fix'>,
): FieldPictures {
  const written = getValue(source.data, path);
  // The schema reports others.
  if (typeof written !== 'string' || written.trim() === '') return { images: [], faults: [] };
  const address = readPhotoAddress(written);
  const place = source.locate(path);
  const found = checkImageFile(address, { root, file });
  if (found.length === 0)
    return { images: [{ value: resolveFile(file, address), place }], faults: [] };
  return {
    images: [],
    faults: found.map(({ rule, expected, fix, nearest, corrections }): Fault => {
      const edits = corrections && replaceText(source.span(path, 'value'), nearest);
      return {
        rule,
        ...place,
        ...(rule === 'missing-image' && missing && !written.includes('://')
          ? missing
          : { expected, fix }),
        ...(nearest !== undefined && { nearest }),
        ...(edits && edits.length > 0 && { edits }),
      };
    }),
  };
}
