import type { Nodes } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import katex from 'katex';
import 'katex/contrib/mhchem';
import { readMath, type MathNode } from './math-text.ts';
import { readTex } from './tex-words.ts';

/** The settings with which prose sets formulas, too. */
export const formulaSettings = { strict: 'ignore', output: 'htmlAndMathml' } as const;

/** Sets a formula as HTML for a page, with MathML for screen readers and feeds. */
export function renderFormula(tex: string): string {
  return katex.renderToString(tex, formulaSettings);
}

/** Writes a formula in plain characters: `\mathrm{CO}_2` → CO₂, `x^{n+1}` → xⁿ⁺¹, `\rho` → ρ. */
export function readFormula(tex: string): string {
  const mathml = katex.renderToString(tex, { ...formulaSettings, output: 'mathml' });
  return readMath(convert(fromHtml(mathml, { fragment: true })));
}

/** The same, or the words of the TeX where KaTeX cannot read it alone, as with macros of the site. */
export function describeFormula(tex: string): string {
  try {
    return readFormula(tex);
  } catch {
    return readTex(tex);
  }
}

function convert(node: Nodes): MathNode | string {
  if (node.type === 'text') return node.value;
  const children = 'children' in node ? node.children.map(convert) : [];
  if (node.type !== 'element') return { name: '', children, attribute: () => undefined };
  const { tagName, properties } = node;
  return { name: tagName, children, attribute: (name) => properties[name]?.toString() };
}
