import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Fault } from '../lib/fault.ts';
import { listFieldPictures } from '../lib/field-pictures.ts';
import type { Located } from '../lib/located.ts';
import { readPhotoAddress } from '../lib/photo.ts';
import { resolveFile } from './attachments/check.ts';
import { checkImageFile } from './body/images.ts';
import { buildOwnGlyph } from './images/glyph.ts';
import { getValue, type Path } from './source.ts';
import { replaceText, type YamlSource } from './yaml.ts';

/** The pictures of fields, as their paths from the folder that holds `content/`. */
export interface FieldPictures {
  images: Located<string>[];
  faults: Fault[];
}

/** Finds the pictures that the fields of an entry name, and the drawing that is its glyph. */
export function loadFieldPictures(root: string, file: string, source: YamlSource): FieldPictures {
  const found = listFieldPictures(source.data).map(({ path }) =>
    loadFieldPicture(root, file, source, path),
  );
  const glyph = loadGlyph(root, file, source);
  if (glyph) found.push(glyph);
  return {
    images: found.flatMap(({ images }) => images),
    faults: found.flatMap(({ faults }) => faults),
  };
}

const glyphPath = ['glyph'];

/** Whether the field names a drawing beside the entry, and none of the site. */
const isDrawing = (value: unknown): value is string =>
  typeof value === 'string' && /\.svg$/i.test(value.trim());

/** Checks the drawing that an entry has as its glyph. */
function loadGlyph(root: string, file: string, source: YamlSource): FieldPictures | undefined {
  const written = getValue(source.data, glyphPath);
  if (!isDrawing(written)) return undefined;
  const { images, faults } = loadFieldPicture(root, file, source, glyphPath);
  const defects = images.flatMap(({ value, place }) => {
    const { defect } = buildOwnGlyph(readFileSync(join(root, value)));
    return defect ? [{ ...place, ...defect }] : [];
  });
  return { images, faults: [...faults, ...defects] };
}

/** Replaces the name of a drawing by its markup, which pages have in them. */
export function readOwnGlyph(root: string, file: string, fields: object): { glyph?: string } {
  const written = getValue(fields, glyphPath);
  if (!isDrawing(written)) return {};
  const path = join(root, resolveFile(file, written));
  const svg = existsSync(path) ? buildOwnGlyph(readFileSync(path)).svg : undefined;
  return svg === undefined ? {} : { glyph: svg };
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
