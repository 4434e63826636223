import { parseCitations } from '../../bibliography/cite.ts';
import { createSlugger, equationId, labelKey } from '../../lib/label.ts';
import { describeNearest } from '../../lib/nearest.ts';
import { buildPlace, type Place } from '../source.ts';
import { isComponent, readAttribute } from './components.ts';
import { readSource, readWords, type Body, type BodyFault, type BodyNode } from './node.ts';

/** A key that the text refers to, and the offset at which it does. */
interface Use {
  key: string;
  offset: number;
}

/** The keys that a node of text, or the caption of a table, refers to. */
function listUses(node: BodyNode, body: Body): Use[] {
  const start = node.position?.start.offset ?? 0;
  const caption = isComponent(node) ? readAttribute(node, 'caption') : undefined;
  const source = node.type === 'text' ? readSource(node, body) : (caption ?? '');
  return parseCitations(source).flatMap((piece): Use[] => {
    if (piece.kind === 'text') return [];
    const keys = piece.kind === 'named' ? [piece.key] : piece.citations.map(({ key }) => key);
    const offset = start + (node.type === 'text' ? piece.at : 0);
    return keys.map((key) => ({ key, offset }));
  });
}

/** The works that a node cites, to be held against the bibliography. */
export function readCitations(node: BodyNode, body: Body): { value: string; place: Place }[] {
  return listUses(node, body)
    .filter(({ key }) => !labelKey.test(key))
    .map(({ key, offset }) => ({ value: key, place: buildPlace(body.file, body.text, offset) }));
}

/** An equation, figure, table or section that the text refers to is one of this body. */
export function checkReferences(node: BodyNode, body: Body): BodyFault[] {
  if (!body.isWhole) return [];
  const known = listLabels(body);
  return listUses(node, body)
    .filter(({ key }) => labelKey.test(key) && !known.includes(key))
    .map(({ key, offset }) => ({
      rule: 'unmatched-label',
      found: `@${key}`,
      offset,
      expected: 'the id of an equation, a figure, a table or a heading (sec-…) of this file',
      ...describeNearest(key, known),
      mend: 'Correct the id, or give it to what is meant: $$ {#eq-loss}, <Figure id="fig-loss">.',
    }));
}

function listLabels({ nodes }: Body): string[] {
  const slugger = createSlugger();
  return nodes.flatMap((node) => {
    const title = () =>
      parseCitations(readWords(node))
        .map(({ kind, text }) => (kind === 'group' ? '' : text))
        .join('')
        .trim();
    if (node.type === 'heading') return [`sec-${slugger.slug(title())}`];
    if (node.type === 'math') return equationId.exec(node.meta ?? '')?.[1] ?? [];
    return isComponent(node) ? (readAttribute(node, 'id') ?? []) : [];
  });
}
