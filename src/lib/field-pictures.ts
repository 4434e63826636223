import { listTexts, type FieldText } from './prose-fields.ts';

/** The fields of an entry that name pictures beside it. */
const pictureFields = ['grid.items[].picture', 'grid.items[].dark'] as const;

/** The pictures that the `fields` of an entry name. */
export function listFieldPictures(fields: unknown): FieldText[] {
  return pictureFields.flatMap((field) => listTexts(fields, field));
}

/** The attributes of a picture, in the sizes that the site has of it. */
export interface PictureFile {
  src: string;
  srcset?: string;
  sizes?: string;
  width: number;
  height: number;
}

/** The pictures that the fields of an entry name, by the addresses in them. */
export type PictureFiles = Readonly<Record<string, PictureFile>>;
