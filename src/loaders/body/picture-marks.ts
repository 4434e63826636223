import { nameLabel } from '../../lib/syntax/command-references.ts';
import { readAddress, readSource, type Body, type BodyFault, type BodyNode } from './node.ts';

/** What Quarto and Pandoc write in braces after a picture: `![…](./x.png){#fig-loss fig-alt="…"}`. */
interface PictureMark {
  words: string;
  /** The id that the picture will have here. */
  id: string | undefined;
  alt: string | undefined;
  caption: string;
  /** Whether it says nothing that would be lost here, beside the look of the picture. */
  isPlain: boolean;
}

const quoted = String.raw`(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)')(?=[\s}])`;
const value = String.raw`(?:${quoted}|([^\s"'}]+))`;
const plain = new RegExp(
  String.raw`^\{(?:\s|\.[\w-]+|(?:fig-)?(?:alt|align|pos|width|height|style)=${value})*\}$`,
);

export function readPictureMark(node: BodyNode, body: Pick<Body, 'text'>): PictureMark | undefined {
  const end = node.position?.end.offset;
  if (node.type !== 'image' || end === undefined) return undefined;
  const [words] = /^\{[^{}\n]*[#=][^{}\n]*\}/.exec(body.text.slice(end, end + 1000)) ?? [];
  if (words === undefined) return undefined;
  const read = (name: string) => {
    const [, ...values] = new RegExp(String.raw`(?<![\w-])${name}=${value}`).exec(words) ?? [];
    return values
      .find((value: string | undefined) => value?.trim())
      ?.replace(/\\([^\p{L}\p{N}\s])/gu, '$1');
  };
  const [, id] =
    /[{\s]#([\p{L}\p{N}_:.-]+)/u.exec(words.replace(new RegExp(quoted, 'g'), '')) ?? [];
  const between = node.alt?.trim() ?? '';
  const alt = read('fig-alt') ?? read('alt');
  // With a description or an id in braces, the words between the brackets are a caption.
  const own = (alt === undefined && id === undefined) || between === alt ? '' : between;
  return {
    words,
    id: id === undefined ? undefined : `fig-${nameFigure(id)}`,
    alt,
    caption: read('fig-cap') ?? own,
    isPlain: plain.test(words),
  };
}

/** An id has the letters from a to z alone. */
function nameFigure(id: string): string {
  const name = nameLabel(id.normalize('NFD').replace(/[^\w:.-]/g, ''));
  return name.replace(/^(?:fig|tbl|eq|sec)(?:-|$)/, '') || 'name';
}

/** The advice for the mark after a picture, if what it says has a place here. */
export function adviseOnPictureMark(
  picture: BodyNode,
  body: Body,
): Pick<BodyFault, 'expected' | 'nearest' | 'fix' | 'corrections'> | undefined {
  const mark = readPictureMark(picture, body);
  if (mark === undefined) return undefined;
  const { id, caption, alt = caption } = mark;
  if (id !== undefined || (mark.alt !== undefined && caption !== '')) {
    const address = readAddress(picture, body)
      .replace(/^(?![./]|[a-z]+:)/i, './')
      .replaceAll(' ', '%20');
    const description = alt === '' ? 'a description' : alt;
    return {
      expected: `a figure with its ${id === undefined ? 'caption below a tag' : 'id in a tag'}`,
      fix: `Write <Figure ${id === undefined ? '' : `id="${id}" `}src="${address}" alt="${description.replace(/"([^"]*)"/g, '“$1”').replaceAll('"', '”')}">, the caption${caption && ` “${caption}”`} and </Figure> as three lines, with empty lines between them.`,
    };
  }
  if (mark.alt === undefined) return undefined;
  const source = readSource(picture, body);
  const right = source.replace(
    /^!\[\s*\]/,
    () => `![${alt.replace(/[[\]\\*_$`~<|]/g, String.raw`\$&`)}]`,
  );
  return {
    expected: 'the description of a picture between the brackets',
    nearest: right,
    fix: `Write ${right}.`,
    ...(mark.isPlain && {
      corrections: [
        { offset: picture.position?.start.offset ?? 0, old: source + mark.words, new: right },
      ],
    }),
  };
}
