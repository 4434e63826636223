import type { Edit, Fault } from '../../lib/fault.ts';
import type { Located, PageLink, SourceLocation } from '../../lib/located.ts';
import { loadMacros } from '../macros.ts';
import { buildLocation, formatExcerpt } from '../source.ts';
import { checkRepeatedAttributes } from './attributes.ts';
import { checkCharacters } from './characters.ts';
import { checkCitations } from './citation-form.ts';
import { checkReferences, readKeys } from './citations.ts';
import { checkCodeMeta, checkLanguage } from './code.ts';
import { checkFigureLink } from './figure-links.ts';
import { checkCaption, checkComponent, listCaptionPages, listDataFiles } from './components.ts';
import { checkImage, listImages, listMedia } from './images.ts';
import { isIndented } from './indented.ts';
import { checkLabel, checkLink, readFile, readFragment, readPage } from './links.ts';
import { isElementCode } from './element-advice.ts';
import { checkElement, checkHeading, checkTable } from './markup.ts';
import { checkCode } from './program-code.ts';
import { checkIds, listLabels } from './labels.ts';
import { checkMath } from './math.ts';
import { parseMdx } from './mdx.ts';
import {
  findWords,
  listNodes,
  readSource,
  type Body,
  type BodyFault,
  type BodyNode,
} from './node.ts';
import { checkMisread, checkText } from './text.ts';

export interface CheckedBody {
  faults: Fault[];
  pageLinks: PageLink[];
  /** The keys of the works that the text cites. */
  citations: Located<string>[];
  /** The keys of the entries, and their parts, that the text refers to. */
  entryKeys: Located<string>[];
  /** The paths of its pictures, whose content is not checked here. */
  images: Located<string>[];
  /** The paths of the files that are published because it links to them. */
  files: Located<string>[];
  /** The paths of the data of its figures. */
  data: string[];
  /** The keys that others can refer to. Absent if part of the text could not be parsed. */
  labels?: string[];
}

const checks = [
  checkCharacters,
  checkMath,
  checkImage,
  checkLink,
  checkFigureLink,
  checkLabel,
  checkCode,
  checkElement,
  checkRepeatedAttributes,
  checkComponent,
  checkCaption,
  checkIds,
  checkReferences,
  checkCitations,
  checkLanguage,
  checkCodeMeta,
  checkTable,
  checkHeading,
  checkText,
  checkMisread,
];

/**
 * Checks the MDX of an entry without building it. `text` is the whole file with its front matter
 * blanked out, so that locations match the file. `fields` is the front matter. Images are looked
 * up below `root`. `macros` are those of its settings, and `keys` those of the bibliography.
 */
export function checkBody(
  root: string,
  file: string,
  text: string,
  fields: unknown,
  macros = loadMacros(root),
  keys: readonly string[] = [],
): CheckedBody {
  const { tree, faults } = parseMdx(text);
  const nodes = listNodes(tree);
  const parents = new Map(
    nodes.flatMap((node) => (node.children ?? []).map((child) => [child, node] as const)),
  );
  const isWhole = faults.length === 0;
  const body: Body = { root, file, text, fields, keys, macros, nodes, parents, isWhole };
  // Indented text is probably code, whose signs cite nothing.
  const shown = nodes.filter((node) => !isIndented(node, body));
  const uses = shown.map((node) => readKeys(node, body));
  const found = faults.map((fault) => locateFault(fault, tree, body));
  for (const node of shown.filter((one) => !isElementCode(one, body)))
    for (const check of checks)
      for (const fault of check(node, body)) found.push(locateFault(fault, node, body));
  return {
    faults: found,
    citations: uses.flatMap(({ citations }) => citations),
    entryKeys: uses.flatMap(({ entryKeys }) => entryKeys),
    ...(body.isWhole && { labels: listLabels(body).map(({ key }) => key) }),
    images: nodes.flatMap((node) =>
      listImages(node, body).map((value) => ({ value, place: locateNode(node, body) })),
    ),
    files: nodes.flatMap((node) => {
      const values = [readFile(node, body) ?? [], ...listMedia(node, body)].flat();
      return values.map((value) => ({ value, place: locateNode(node, body) }));
    }),
    data: nodes.flatMap((node) => listDataFiles(node, body)),
    pageLinks: nodes.flatMap((node) => {
      const pages =
        readPage(node, body) ?? readFragment(node, body) ?? listCaptionPages(node, body);
      return [pages].flat().map((page) => {
        const at = findWords(node, body, page);
        const place = locateNode(node, body);
        return { page, place, ...(at !== undefined && { written: buildLocation(file, text, at) }) };
      });
    }),
  };
}

function locateNode(node: BodyNode, body: Body): SourceLocation {
  const parent = body.parents.get(node);
  // An address without a mark is a link that has no place of its own.
  if (node.position === undefined && parent !== undefined) return locateNode(parent, body);
  const [line = ''] = readSource(node, body).split('\n', 1);
  const place = buildLocation(body.file, body.text, node.position?.start.offset ?? 0);
  return { ...place, found: formatExcerpt(line) };
}

function locateFault(
  { offset, place, corrections = [], ...fault }: BodyFault,
  node: BodyNode,
  body: Body,
): Fault {
  const { file, text } = body;
  const found = offset === undefined ? locateNode(node, body) : buildLocation(file, text, offset);
  const edits = corrections.flatMap((correction): Edit[] => {
    const { old, new: right, offset: at = findWords(node, body, old, offset) } = correction;
    if (at === undefined || (old + right).includes('\n') || !text.startsWith(old, at)) return [];
    const { line, column } = buildLocation(file, text, at);
    return [{ line, column, old, new: right }];
  });
  // A part of a correction is none.
  const isWhole = edits.length > 0 && edits.length === corrections.length;
  return { ...(place ?? found), ...fault, ...(isWhole && { edits }) };
}
