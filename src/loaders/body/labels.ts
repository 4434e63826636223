import { removeCitations } from '../../bibliography/cite.ts';
import type { Label } from '../../lib/body-facts.ts';
import { createNumberedLabels, createSectionLabels, equationId } from '../../lib/label.ts';
import { readTex } from '../../lib/tex-words.ts';
import { formatProse } from '../../lib/typography.ts';
import { isComponent, readAttribute } from './components.ts';
import { listNodes, type BodyNode } from './node.ts';

/** The parts of a body that can be referred to, labelled as in its built page. */
export function listLabels(nodes: readonly BodyNode[]): Label[] {
  const labelSection = createSectionLabels();
  const labelNumbered = createNumberedLabels();
  return nodes.flatMap((node) => {
    if (node.type === 'heading') {
      const { depth = 2 } = node;
      if (depth < 2 || depth > 4) return [];
      const [title, words] = [(tex: string) => tex, readTex].map((read) =>
        removeCitations(readTitle(node, read)),
      ) as [string, string];
      return labelSection(title, words);
    }
    const id = isComponent(node)
      ? readAttribute(node, 'id')
      : equationId.exec((node.type === 'math' && node.meta) || '')?.[1];
    return id === undefined ? [] : labelNumbered(id);
  });
}

/** Stands for code and TeX while the words around them are formatted; it counts as a letter. */
const held = '\ua7fb';

/** The words of a heading as they are printed, what `readMath` makes of its formulas among them. */
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
