import type { Node, Parent, Root, Text } from 'mdast';
import { SKIP, visit, type VisitorResult } from 'unist-util-visit';
import type { VFile } from 'vfile';
import type { Label } from '../lib/body-facts.ts';
import { readFormulas, type Formula } from '../lib/tex/formulas.ts';
import { addFacts, readFacts } from './facts.ts';
import { buildParent, text } from './parents.ts';

export interface FormulaOptions {
  /** Returns the current macros of the settings: their TeX by name. */
  macros: () => Readonly<Record<string, string>>;
}

interface FormulaNode {
  type: string;
  value?: string;
  data?: { hChildren?: { children?: { value: string }[]; value?: string }[] };
}

/**
 * Prepares the formulas for KaTeX: macros are replaced, and the equations of the page have one numbering. A formula that
 * only defines macros shows nothing.
 */
export function remarkEquations({ macros }: FormulaOptions) {
  return (tree: Root, file: VFile) => {
    const nodes: FormulaNode[] = [];
    visit(tree, (node) => void nodes.push(node as FormulaNode));
    const formulas = readFormulas(nodes, macros());
    const labels: Label[] = [];
    visit(tree, (node, index, parent): VisitorResult => {
      const formula = formulas.get(node as FormulaNode);
      if (formula === undefined || parent === undefined || index === undefined) return undefined;
      if (formula.error) file.fail(formula.error.message, node);
      const replaced = replaceFormula(node, formula);
      labels.push(...formula.labels);
      parent.children.splice(index, 1, ...(replaced as typeof parent.children));
      return [SKIP, index + replaced.length];
    });
    visit(tree, 'paragraph', (paragraph, index, parent) => {
      if (index === undefined || !parent || !paragraph.children.every(isBlank)) return undefined;
      parent.children.splice(index, 1);
      return [SKIP, index];
    });
    addFacts(file, { labels: [...(readFacts(file).labels ?? []), ...labels] });
  };
}

function replaceFormula(node: Node, { tex, number, labels }: Formula): Node[] {
  if (tex.text.trim() === '') return [];
  setTex(node as FormulaNode, tex.text);
  const [first, ...others] = labels.map(({ id }) => id);
  if (first === undefined && number === undefined) return [node];
  const mark =
    number === undefined
      ? []
      : [buildParent('span', { className: ['equation-number'] }, [text(`(${number})`)])];
  // Rows have their numbers in the formula, so that nothing is beside it.
  const properties = { id: first, ...(number !== undefined && { className: ['equation'] }) };
  const equation = buildParent('div', properties, [node, ...mark]);
  // The labels of other rows lead to the whole.
  return [others.reduce<Parent>((inner, id) => buildParent('div', { id }, [inner]), equation)];
}

/** Whether a node shows nothing, like the rest of a paragraph of definitions. */
function isBlank(node: Node): boolean {
  return node.type === 'text' && (node as Text).value.trim() === '';
}

function setTex(node: FormulaNode, tex: string): void {
  node.value = tex;
  const [child] = node.data?.hChildren ?? [];
  const [inner] = child?.children ?? [];
  if (inner) inner.value = tex;
  else if (child) child.value = tex;
}
