import { removeCitations } from '../../bibliography/cite.ts';
import type { Label } from '../../lib/body-facts.ts';
import { createNumberedLabels, createSectionLabels, equationId } from '../../lib/label.ts';
import { readTex } from '../../lib/tex-words.ts';
import { formatProse } from '../../lib/typography.ts';
import { buildLocation } from '../source.ts';
import { readAttribute } from './attributes.ts';
import { isComponent } from './components.ts';
import { listNodes, remember, type Body, type BodyFault, type BodyNode } from './node.ts';

/** Returns the labels of the parts of a body, as on its built page. */
export function listLabels(body: Pick<Body, 'nodes'>): Label[] {
  return [...listLabelled(body).values()];
}

/** The labels of a body by node. */
const listLabelled = remember(({ nodes }: Pick<Body, 'nodes'>): Map<BodyNode, Label> => {
  const labelSection = createSectionLabels();
  const labelNumbered = createNumberedLabels();
  const labelOne = (node: BodyNode): Label | undefined => {
    if (node.type === 'heading') {
      const { depth = 2 } = node;
      if (depth < 2 || depth > 4) return undefined;
      const [title, words] = [(tex: string) => tex, readTex].map((read) =>
        removeCitations(readTitle(node, read)),
      ) as [string, string];
      return labelSection(title, words);
    }
    const id = isComponent(node)
      ? readAttribute(node, 'id')
      : equationId.exec((node.type === 'math' && node.meta) || '')?.[1];
    return id === undefined ? undefined : labelNumbered(id);
  };
  const labels = nodes.map((node) => [node, labelOne(node)] as const);
  return new Map(labels.filter((pair): pair is [BodyNode, Label] => pair[1] !== undefined));
});

/** The first node with each id. */
const listFirst = remember(
  (body: Body) =>
    new Map(Array.from(listLabelled(body), ([node, { id }]) => [id, node] as const).toReversed()),
);

/** A reference to a repeated id would be ambiguous. */
export function checkIds(node: BodyNode, body: Body): BodyFault[] {
  const { file, text } = body;
  const own = listLabelled(body).get(node)?.id;
  const first = own === undefined ? undefined : listFirst(body).get(own);
  if (own === undefined || first === undefined || first === node) return [];
  const { line } = buildLocation(file, text, first.position?.start.offset ?? 0);
  return [
    {
      rule: 'duplicate-value',
      ...(isComponent(node) && { found: `id="${own}"` }),
      expected: `a unique id; line ${line} already has “${own}”`,
      fix: 'Rename one of the two, and update the references to it.',
    },
  ];
}

/** Stands for code and TeX while the words around them are formatted. It counts as a letter. */
const held = '\ua7fb';

/** Returns the printed words of a heading. `readMath` converts its formulas. */
function readTitle(heading: BodyNode, readMath: (tex: string) => string): string {
  const parts = listNodes(heading).filter(({ type }) =>
    /^(text|inlineCode|inlineMath)$/.test(type),
  );
  const verbatim = parts
    .filter(({ type }) => type !== 'text')
    .map(({ type, value = '' }) => (type === 'inlineMath' ? readMath(value) : value));
  const words = parts.map(({ type, value = '' }) => (type === 'text' ? value : held)).join('');
  return formatProse(words).replaceAll(held, () => verbatim.shift() ?? '');
}
