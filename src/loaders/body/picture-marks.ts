import { nameLabel } from '../../lib/syntax/command-references.ts';
import { readAddress, readSource, type Body, type BodyFault, type BodyNode } from './node.ts';

/** What Quarto and Pandoc write in braces after a picture: `![…](./x.png){#fig-loss fig-alt="…"}`. */
interface PictureMark {
  words: string;
  /** The id that the picture will have here. */
  id: string | undefined;
  alt: string | undefined;
  caption: string | undefined;
}

export function readPictureMark(node: BodyNode, body: Pick<Body, 'text'>): PictureMark | undefined {
  const end = node.position?.end.offset;
  if (node.type !== 'image' || end === undefined) return undefined;
  const [words] = /^\{[^{}\n]*[#=][^{}\n]*\}/.exec(body.text.slice(end, end + 1000)) ?? [];
  if (words === undefined) return undefined;
  const read = (name: string) => {
    const [, ...values] =
      new RegExp(String.raw`\b${name}=(?:"([^"]*)"|'([^']*)'|([^\s"'}]+))`).exec(words) ?? [];
    return values.find((value: string | undefined) => value?.trim());
  };
  const [, id] = /[{\s]#([\w:.-]+)/.exec(words) ?? [];
  const alt = read('fig-alt') ?? read('alt');
  return {
    words,
    id: id === undefined ? undefined : `fig-${nameLabel(id).replace(/^fig-/, '')}`,
    alt,
    // The words between the brackets are then a caption.
    caption: read('fig-cap') ?? (alt !== undefined || id !== undefined ? node.alt?.trim() : ''),
  };
}

/** The advice for the mark after a picture, if what it says has a place here. */
export function adviseOnPictureMark(
  picture: BodyNode,
  body: Body,
): Pick<BodyFault, 'expected' | 'nearest' | 'fix' | 'corrections'> | undefined {
  const mark = readPictureMark(picture, body);
  if (mark === undefined) return undefined;
  const address = readAddress(picture, body).replace(/^(?![./]|[a-z]+:)/i, './');
  const { id, caption, alt = caption } = mark;
  const description = alt === undefined || alt === '' ? 'a description' : alt;
  if (id !== undefined)
    return {
      expected: 'a figure with its id in a tag',
      fix: `Write <Figure id="${id}" src="${address}" alt="${description.replaceAll('"', '”')}">, the caption${caption ? ` “${caption}”` : ''} and </Figure> as three lines, with empty lines between them.`,
    };
  if (mark.alt === undefined) return undefined;
  const right = `![${mark.alt.replaceAll(/[[\]]/g, String.raw`\$&`)}](${address})`;
  const old = readSource(picture, body) + mark.words;
  return {
    expected: 'the description of a picture between the brackets',
    nearest: right,
    fix: `Write ${right}.`,
    corrections: [{ offset: picture.position?.start.offset ?? 0, old, new: right }],
  };
}
