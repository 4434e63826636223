import { parseCitations } from '../../bibliography/cite.ts';
import { labelKey, parseEntryKey } from '../../lib/label.ts';
import { describeNearest } from '../../lib/nearest.ts';
import { buildPlace, type Place } from '../source.ts';
import { isComponent, readAttribute } from './components.ts';
import { listLabels } from './labels.ts';
import { readSource, type Body, type BodyFault, type BodyNode } from './node.ts';

/** A key that the text refers to, the offset at which it does, and whether it does so in brackets. */
interface Use {
  key: string;
  offset: number;
  isBracketed: boolean;
}

/** The keys that a node of text, or the caption or title of a component, refers to. */
function listUses(node: BodyNode, body: Body): Use[] {
  // Text beside an address that was made a link has no place of its own.
  const { position = body.parents.get(node)?.position } = node;
  const start = position?.start.offset ?? 0;
  const attribute = readAttribute(node, 'caption') ?? readAttribute(node, 'title') ?? '';
  const words = isComponent(node) ? attribute : '';
  const source = node.type === 'text' ? readSource(node, body) || (node.value ?? '') : words;
  return parseCitations(source).flatMap((piece): Use[] => {
    if (piece.kind === 'text') return [];
    const isBracketed = piece.kind === 'group';
    const keys = isBracketed ? piece.citations.map(({ key }) => key) : [piece.key];
    const offset = start + (node.type === 'text' && node.position ? piece.at : 0);
    return keys.map((key) => ({ key, offset, isBracketed }));
  });
}

/** A key that the text refers to, to be held against what there is. */
export interface LocatedKey {
  value: string;
  place: Place;
}

/** What a node refers to outside its body: works of the bibliography, and entries of the site. */
export function readKeys(
  node: BodyNode,
  body: Body,
): { citations: LocatedKey[]; entryKeys: LocatedKey[] } {
  const keys = listUses(node, body)
    .filter(({ key }) => !labelKey.test(key))
    .map(({ key, offset }) => ({ value: key, place: buildPlace(body.file, body.text, offset) }));
  const { works = [], entries = [] } = Object.groupBy(keys, ({ value }) =>
    parseEntryKey(value) ? 'entries' : 'works',
  );
  return { citations: works, entryKeys: entries };
}

/**
 * An equation, figure, table or section that the text refers to is one of this body; and what is no work
 * is named without brackets.
 */
export function checkReferences(node: BodyNode, body: Body): BodyFault[] {
  const uses = listUses(node, body).filter(({ key }) => labelKey.test(key) || parseEntryKey(key));
  if (uses.length === 0) return [];
  const known = listLabels(body.nodes).map(({ key }) => `@${key}`);
  return uses.flatMap(({ key, offset, isBracketed }): BodyFault[] => {
    if (isBracketed)
      return [
        {
          rule: 'unmatched-label',
          found: `[@${key}]`,
          offset,
          expected: 'no brackets, in which works of the bibliography are cited',
          nearest: `@${key}`,
          mend: 'Take the brackets out.',
        },
      ];
    const found = `@${key}`;
    if (!body.isWhole || !labelKey.test(key) || known.includes(found)) return [];
    return [
      {
        rule: 'unmatched-label',
        found,
        offset,
        expected: 'the id of an equation, a figure, a table or a heading (sec-…) of this file',
        ...describeNearest(found, known),
        mend: 'Correct the id, or give it to what is meant: $$ {#eq-loss}, <Figure id="fig-loss">.',
      },
    ];
  });
}
