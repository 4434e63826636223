import { parseXml, XmlElement, type XmlNode } from '@rgrove/parse-xml';
import katex from 'katex';
import 'katex/contrib/mhchem';
import { readFormula } from '../lib/formula.ts';
import { relation } from '../lib/math-text.ts';
import { buildMacros, expandTex } from '../lib/tex/macros.ts';
import { readTex } from '../lib/tex-words.ts';
import { addRun, type Run } from './runs.ts';

/** A formula in runs. */
export interface Formula {
  runs: Run[];
  /** Why it cannot be set; the runs then have its words. */
  problem?: string;
}

/** The last formulas: a bibliography is parsed more than once. */
const known = new Map<string, Formula>();
const mostKnown = 10_000;

/** Commands of AASTeX in titles at ADS, of AMSTeX in those at MathSciNet, and of physics. */
const macros = buildMacros({
  ...{ sun: '\\odot', earth: '\\oplus', arcsec: "''", arcmin: "'" },
  ...{ sp: '^', sb: '_', scr: '\\mathscr', Cal: '\\mathcal', germ: '\\mathfrak' },
  slashed: '\\not{#1}',
});

/** Parses the TeX of a formula: letters and numbers with indices as runs, any other as one run of MathML. */
export function parseFormula(tex: string): Formula {
  const formula = known.get(tex) ?? buildFormula(tex);
  if (known.size >= mostKnown) known.clear();
  known.set(tex, formula);
  return { ...formula, runs: formula.runs.map((run) => ({ ...run })) };
}

function buildFormula(tex: string): Formula {
  try {
    // Numbers and units, as `\num` and `\SI`, are set as in prose.
    const { text } = expandTex(tex, new Map(macros));
    const mathml = katex.renderToString(text, { output: 'mathml', strict: 'ignore' });
    const root = parseXml(mathml).root;
    const semantics = root && findElement(root, 'semantics');
    const content = semantics?.children[0];
    if (content === undefined) return { runs: [] };
    const runs: Run[] = [];
    if (addSimple(runs, content, {})) return { runs };
    return { runs: [{ text: readFormula(text), isFormula: true, mathml: spaceFunctions(mathml) }] };
  } catch (error) {
    const runs: Run[] = [{ text: readTex(tex), isFormula: true }];
    return { runs, problem: error instanceof Error ? error.message : String(error) };
  }
}

/** Adds the space after the name of a function, “log n”, which browsers do not draw for its sign. */
function spaceFunctions(mathml: string): string {
  return mathml.replace(/<mo>\u2061<\/mo>(?!<mo\b)/g, '$&<mspace width="0.1667em"></mspace>');
}

function findElement(node: XmlElement, name: string): XmlElement | undefined {
  if (node.name === name) return node;
  return listChildren(node)
    .map((child) => findElement(child, name))
    .find((found) => found !== undefined);
}

function listChildren(node: XmlNode): XmlElement[] {
  return node instanceof XmlElement
    ? node.children.filter((child) => child instanceof XmlElement)
    : [];
}

/** Adds a formula that needs no more than italics and one level of indices. Returns whether it is one. */
function addSimple(runs: Run[], node: XmlNode, look: Partial<Run>): boolean {
  if (!(node instanceof XmlElement)) return true;
  const children = listChildren(node);
  const [base, first, second] = children;
  const isIndexed = look.isRaised ?? look.isLowered;
  switch (node.name) {
    case 'mrow':
    case 'mstyle':
    case 'mpadded':
      return children.every((child) => addSimple(runs, child, look));
    case 'mi':
    case 'mn':
    case 'mo':
    case 'mtext': {
      const variant = node.attributes.mathvariant ?? '';
      if (!/^(normal|italic|bold)?$/.test(variant)) return false;
      // The application of a function is a sign without width.
      const letters = node.text.replace(/[\u2061\u2062]/g, '').replace(/\s/g, ' ');
      const text = node.name === 'mi' && letters.length > 1 ? ` ${letters} ` : letters;
      const isSpaced = node.name === 'mo' && relation.test(text) && !isIndexed && runs.length > 0;
      const printed = isSpaced ? ` ${text} ` : text;
      // Functions, as “log”, stand upright.
      const isItalic = node.name === 'mi' && /^\p{L}\p{M}*$/u.test(letters) && variant === '';
      addRun(runs, {
        ...look,
        text: printed,
        isFormula: true,
        ...(isItalic && { isItalic }),
        ...(variant === 'bold' && { isBold: true }),
      });
      return true;
    }
    case 'mspace':
      addRun(runs, { ...look, text: ' ', isFormula: true });
      return true;
    case 'msub':
    case 'msup':
    case 'msubsup': {
      if (isIndexed || !base || !first) return false;
      const lower = node.name === 'msup' ? undefined : first;
      const upper = node.name === 'msup' ? first : second;
      return (
        addSimple(runs, base, look) &&
        (!lower || addSimple(runs, lower, { ...look, isLowered: true })) &&
        (!upper || addSimple(runs, upper, { ...look, isRaised: true }))
      );
    }
    default:
      return false;
  }
}
