import { listCitations, parseCitations, splitKey, type Piece } from '../../bibliography/cite.ts';
import { labelKey, namesPart, parseEntryKey } from '../../lib/label.ts';
import type { Located } from '../../lib/located.ts';
import { isMisspelling, nearest } from '../../lib/nearest.ts';
import { isLatexLabel, nameLabel } from '../../lib/syntax/command-references.ts';
import { buildLocation } from '../source.ts';
import { readAttribute } from './attributes.ts';
import { isComponent } from './components.ts';
import { listLabels, listWrittenIds } from './labels.ts';
import {
  findAround,
  findWords,
  readSource,
  remember,
  type Body,
  type BodyFault,
  type BodyNode,
} from './node.ts';

/** A reference to a key: its offset, and whether it is in brackets. */
interface Use {
  key: string;
  offset: number;
  isBracketed: boolean;
}

/**
 * Returns the prose of a node that can cite: a text node, or the caption or title of a component.
 */
export function readProse(
  node: BodyNode,
  body: Body,
): { prose: string; locate: (at: number) => number } {
  const { position } = node;
  const start = position?.start.offset ?? 0;
  const locateIn = (from: number | undefined) => (at: number) =>
    from === undefined ? start : from + at;
  if (node.data?.isRead) return { prose: node.value ?? '', locate: locateIn(undefined) };
  if (node.type === 'text') {
    const source = readSource(node, body) || (node.value ?? '');
    // Each line of a quotation begins with its marker.
    const prose = source.replace(/\n[ \t>]+/g, (mark) => mark.replaceAll('>', ' '));
    return { prose, locate: locateIn(node.position && start) };
  }
  const attribute = readAttribute(node, 'caption') ?? readAttribute(node, 'title') ?? '';
  if (!isComponent(node)) return { prose: '', locate: locateIn(undefined) };
  return { prose: attribute, locate: locateIn(findWords(node, body, attribute)) };
}

/** Returns the references of a node. The text of a link is printed verbatim. */
function listUses(node: BodyNode, body: Body): Use[] {
  const { prose, locate } = readProse(node, body);
  if (!prose.includes('@') || isInLink(node, body)) return [];
  return parseCitations(prose).flatMap((piece): Use[] => {
    if (piece.kind === 'text') return [];
    const isBracketed = piece.kind === 'group';
    const keys = new Set(listCitations(piece).map(({ key }) => key));
    return Array.from(keys, (key) => ({
      key,
      offset: locate(piece.at + findKey(piece, key, body)),
      isBracketed,
    }));
  });
}

/** Whether a key is that of a part, as it is written here or in LaTeX. A work may have a key of that form. */
function isPart(key: string, body: Body): boolean {
  return namesPart(key) || isLabel(key, body);
}

function isLabel(key: string, { keys }: Body): boolean {
  return isLatexLabel(key) && !keys.includes(key);
}

/** The index of a work in brackets. A part of the text is reported with its brackets. */
function findKey({ kind, text }: Piece, key: string, body: Body): number {
  if (kind !== 'group' || isPart(key, body)) return 0;
  const places = Array.from(text.matchAll(/@([^\s,;\]]+)/g));
  return (
    places.find(([, name]) => name?.replace(/^\{|\}$/g, '').normalize('NFC') === key)?.index ?? 0
  );
}

export function isInLink(node: BodyNode, body: Body): boolean {
  return findAround(node, ['link', 'linkReference'], body) !== undefined;
}

/** Returns the keys that a node refers to outside its body: works and entries. */
export function readKeys(
  node: BodyNode,
  body: Body,
): { citations: Located<string>[]; entryKeys: Located<string>[] } {
  const keys = listUses(node, body)
    .filter(({ key }) => !labelKey.test(key) && !isLabel(key, body))
    .map(({ key, offset }) => ({ value: key, place: buildLocation(body.file, body.text, offset) }));
  const { works = [], entries = [] } = Object.groupBy(keys, ({ value }) =>
    parseEntryKey(value) ? 'entries' : 'works',
  );
  return { citations: works, entryKeys: entries };
}

/** The labels of the body itself. */
const listKnown = remember((body: Body) => listLabels(body).map(({ key }) => `@${key}`));
const collectKnown = remember((body: Body) => new Set(listKnown(body)));

/** The ids by kind, such as `@sec-`, without it. */
const groupKnown = remember((body: Body) => {
  const kinds = Map.groupBy(listKnown(body), findKind);
  return new Map([...kinds].map(([kind, ids]) => [kind, ids.map((id) => id.slice(kind.length))]));
});

function findKind(id: string): string {
  return /^@[a-z]+-/.exec(id)?.[0] ?? '';
}

/** Returns the nearest id of the same kind, by the part after the kind, or else of another kind. */
function findNear(meant: string, body: Body): string | undefined {
  const kind = findKind(meant);
  const near = nearest(meant.slice(kind.length), groupKnown(body).get(kind) ?? []);
  if (near !== undefined) return kind + near;
  const other = nearest(meant, listKnown(body));
  return other?.startsWith(kind) ? undefined : other;
}

/**
 * Reports cross-references without a target in this body, and cross-references in citation
 * brackets.
 */
export function checkReferences(node: BodyNode, body: Body): BodyFault[] {
  const uses = listUses(node, body).filter(({ key }) => isPart(key, body));
  if (uses.length === 0) return [];
  return uses.flatMap(({ key, offset, isBracketed }): BodyFault[] => {
    const written = isLatexLabel(key) ? nameLabel(key) : key;
    if (isBracketed)
      return [
        {
          rule: 'unmatched-label',
          found: `[@${key}]`,
          offset,
          expected: 'no brackets, which are for works of the bibliography',
          nearest: `@${written}`,
          corrections: [{ offset, old: `[@${key}]`, new: `@${written}` }],
          fix: 'Remove the brackets.',
        },
      ];
    const meant = `@${written}`;
    const isKnown = collectKnown(body).has(meant);
    if (!body.isWhole || !labelKey.test(written) || (isKnown && written === key)) return [];
    // A command of LaTeX is reported as it is written.
    const [found = `@${key}`] = /^\\[a-zA-Z]+\*?\{[^{}\n]*\}/.exec(body.text.slice(offset)) ?? [];
    const known = listKnown(body);
    const own = listWrittenIds(body).get(written);
    const labels = listLabels(body).map((label) => label.key);
    const sure = isKnown ? meant : own ? `@${own}` : splitKey(key, labels);
    const near = sure ?? findNear(meant, body);
    return [
      {
        rule: 'unmatched-label',
        found,
        offset,
        expected: 'the id of an equation, a figure, a table or a heading (sec-…) of this file',
        ...(near !== undefined && {
          nearest: near,
          ...((near === sure || isMisspelling(meant, near, known)) && {
            corrections: [{ offset, old: found, new: near }],
          }),
        }),
        fix: meant.startsWith('@sec-')
          ? 'Write @sec- and the words of a heading, with hyphens between them, as in @sec-two-words.'
          : 'Correct the id, or add it to its target: $$ {#eq-loss}, <Figure id="fig-loss">.',
      },
    ];
  });
}
