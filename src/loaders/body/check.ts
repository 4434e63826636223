import type { Fault } from '../../lib/fault.ts';
import type { Located, PageLink, SourceLocation } from '../../lib/located.ts';
import { buildLocation, formatExcerpt } from '../source.ts';
import { checkRepeatedAttributes } from './attributes.ts';
import { checkCharacters } from './characters.ts';
import { checkCitations, checkReferences, readKeys } from './citations.ts';
import { checkCodeMeta, checkLanguage } from './code.ts';
import { checkCaption, checkComponent } from './components.ts';
import { checkImage, listImages } from './images.ts';
import { checkLabel, checkLink, readPage } from './links.ts';
import { checkCode, checkElement, checkHeading, checkTable } from './markup.ts';
import { checkIds, listLabels } from './labels.ts';
import { checkMath } from './math.ts';
import { parseMdx } from './mdx.ts';
import { listNodes, readSource, type Body, type BodyFault, type BodyNode } from './node.ts';
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
  /** The keys that others can refer to. Absent if part of the text could not be parsed. */
  labels?: string[];
}

const checks = [
  checkCharacters,
  checkMath,
  checkImage,
  checkLink,
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
 * up below `root`.
 */
export function checkBody(root: string, file: string, text: string, fields: unknown): CheckedBody {
  const { tree, faults } = parseMdx(text);
  const nodes = listNodes(tree);
  const parents = new Map(
    nodes.flatMap((node) => (node.children ?? []).map((child) => [child, node] as const)),
  );
  const body: Body = { root, file, text, fields, nodes, parents, isWhole: faults.length === 0 };
  const keys = nodes.map((node) => readKeys(node, body));
  return {
    faults: [
      ...faults.map((fault) => locateFault(fault, tree, body)),
      ...nodes.flatMap((node) =>
        checks.flatMap((check) => check(node, body)).map((fault) => locateFault(fault, node, body)),
      ),
    ],
    citations: keys.flatMap(({ citations }) => citations),
    entryKeys: keys.flatMap(({ entryKeys }) => entryKeys),
    ...(body.isWhole && { labels: listLabels(body).map(({ key }) => key) }),
    images: nodes.flatMap((node) =>
      listImages(node, body).map((value) => ({ value, place: locateNode(node, body) })),
    ),
    pageLinks: nodes.flatMap((node) => {
      const page = readPage(node, body);
      return page === undefined ? [] : [{ page, place: locateNode(node, body) }];
    }),
  };
}

function locateNode(node: BodyNode, body: Body): SourceLocation {
  const [line = ''] = readSource(node, body).split('\n', 1);
  const place = buildLocation(body.file, body.text, node.position?.start.offset ?? 0);
  return { ...place, found: formatExcerpt(line) };
}

function locateFault({ offset, place, ...fault }: BodyFault, node: BodyNode, body: Body): Fault {
  const found =
    offset === undefined ? locateNode(node, body) : buildLocation(body.file, body.text, offset);
  return { ...(place ?? found), ...fault };
}
