import { removeCitations } from '../../bibliography/cite.ts';
import type { Label } from '../../lib/body-facts.ts';
import { describeFormula } from '../../lib/formula.ts';
import { createNumberedLabels, createSectionLabels } from '../../lib/label.ts';
import { shiftLetters } from '../../lib/math-text.ts';
import { nameLabel } from '../../lib/syntax/command-references.ts';
import { readFormulas } from '../../lib/tex/formulas.ts';
import { formatProse } from '../../lib/typography.ts';
import { buildLocation } from '../source.ts';
import { readAttribute } from './attributes.ts';
import { isComponent } from './components.ts';
import { readPictureMark } from './picture-marks.ts';
import {
  readSource,
  readWords,
  remember,
  type Body,
  type BodyFault,
  type BodyNode,
} from './node.ts';

/** Returns the labels of the parts of a body, as on its built page. */
export function listLabels(body: Pick<Body, 'nodes' | 'macros' | 'text'>): Label[] {
  return [...listLabelled(body).values()].flat();
}

/** The formulas of a body by node. */
export const listFormulas = remember(({ nodes, macros }: Pick<Body, 'nodes' | 'macros'>) =>
  readFormulas(nodes, macros),
);

/** The labels of a body by node. */
const listLabelled = remember(
  (body: Pick<Body, 'nodes' | 'macros' | 'text'>): Map<BodyNode, Label[]> => {
    const labelSection = createSectionLabels();
    const labelNumbered = createNumberedLabels();
    const formulas = listFormulas(body);
    const labelNode = (node: BodyNode): Label[] => {
      if (node.type === 'heading') {
        const { depth = 2 } = node;
        if (depth < 2 || depth > 4) return [];
        const [title, words] = [undefined, describeFormula].map((read) =>
          removeCitations(readTitle(node, read)),
        ) as [string, string];
        return [labelSection(title, words)];
      }
      const id = isComponent(node) ? readAttribute(node, 'id') : readPictureMark(node, body)?.id;
      return id === undefined ? (formulas.get(node)?.labels ?? []) : [labelNumbered(id)];
    };
    return new Map(body.nodes.map((node) => [node, labelNode(node)]));
  },
);

/** The first node with each id. */
const listFirst = remember(
  (body: Body) =>
    new Map(
      Array.from(listLabelled(body), ([node, labels]) =>
        labels.map(({ id }) => [id, node] as const),
      )
        .flat()
        .toReversed(),
    ),
);

/** A reference to a repeated id would be ambiguous. */
export function checkIds(node: BodyNode, body: Body): BodyFault[] {
  const { file, text } = body;
  const ids = (listLabelled(body).get(node) ?? []).map(({ id }) => id);
  return ids.flatMap((id, index): BodyFault[] => {
    const first = listFirst(body).get(id) ?? node;
    if (first === node && !ids.slice(0, index).includes(id)) return [];
    const { line } = buildLocation(file, text, first.position?.start.offset ?? 0);
    return [
      {
        rule: 'duplicate-value',
        ...(isComponent(node) && { found: `id="${id}"` }),
        expected: `a unique id; line ${line} already has “${id}”`,
        fix: 'Rename one of the two, and update the references to it.',
      },
    ];
  });
}

/** An id that other kinds of Markdown have after a heading. It is a fault, and no part of the words. */
const writtenId = /\s*\{#([^\s{}]+)[^{}\n]*\}\s*$/;

/** The keys of headings by the names of the ids that are written after them: `sec-intro` for `{#sec:intro}`. */
export const listWrittenIds = remember(
  (body: Body) =>
    new Map(
      [...listLabelled(body)].flatMap(([node, [label]]) => {
        const [, id] =
          node.type === 'heading' ? (writtenId.exec(readSource(node, body)) ?? []) : [];
        return id === undefined || label === undefined
          ? []
          : [[nameLabel(id, 'sec'), label.key] as const];
      }),
    ),
);

/** Stands for code and TeX while the words around them are formatted. It counts as a letter. */
const held = '\ua7fb';

/** Returns the words of a heading. With `readMath`, which converts its formulas, they are those that are printed. */
function readTitle(heading: BodyNode, readMath?: (tex: string) => string): string {
  const parts = listParts(heading, readMath !== undefined);
  const verbatim = parts
    .filter(({ type }) => type !== 'text')
    .map(({ type, value = '' }) => (type === 'inlineMath' ? (readMath?.(value) ?? value) : value));
  const words = parts.map(({ type, value = '' }) => (type === 'text' ? value : held)).join('');
  return formatProse(words.replace(writtenId, '')).replaceAll(held, () => verbatim.shift() ?? '');
}

/** Returns the texts, codes and formulas of a heading. If they are to be printed, indices are in Unicode. */
function listParts(node: BodyNode, isPrinted: boolean): BodyNode[] {
  if (/^(text|inlineCode|inlineMath)$/.test(node.type)) return [node];
  const isIndex = isPrinted && (node.name === 'sub' || node.name === 'sup');
  const index = isIndex ? shiftLetters(readWords(node), node.name as 'sub' | 'sup') : undefined;
  if (index !== undefined) return [{ type: 'inlineCode', value: index }];
  return (node.children ?? []).flatMap((child) => listParts(child, isPrinted));
}
