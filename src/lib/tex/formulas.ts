import type { Label } from '../body-facts.ts';
import { readEquationId } from '../label.ts';
import { nameLabel } from '../syntax/command-references.ts';
import { renameEnvironments } from './known-environments.ts';
import { LocatedTex } from './located-tex.ts';
import { buildMacros, expandTex } from './macros.ts';
import { MacroError } from './reader.ts';
import { findEnvironment, listRows, type Environment, type Row } from './rows.ts';

/** A formula of a page, ready for KaTeX. */
export interface Formula {
  tex: LocatedTex;
  isDisplay: boolean;
  /** The number beside the whole formula. The numbers of rows are in its TeX. */
  number?: string;
  labels: Label[];
  /** The misuse of a macro, which `tex` then still holds. */
  error?: MacroError;
}

/** The properties of a node that may be a formula. */
interface FormulaNode {
  type: string;
  value?: string;
  lang?: string | null | undefined;
  meta?: string | null | undefined;
}

/**
 * Reads the formulas among `nodes`, in the order of the text: replaces their macros, which may be defined in one of the
 * formulas before or in `macros`, and numbers the equations of the page.
 */
export function readFormulas<Node extends FormulaNode>(
  nodes: readonly Node[],
  macros: Readonly<Record<string, string>>,
): Map<Node, Formula> {
  const known = buildMacros(macros);
  const counter = { count: 0 };
  return new Map(
    nodes.flatMap((node): [Node, Formula][] => {
      const { type, value = '', lang, meta } = node;
      const isDisplay = type === 'math' || (type === 'code' && lang === 'math');
      if (!isDisplay && type !== 'inlineMath') return [];
      try {
        const tex = renameEnvironments(expandTex(value, known));
        if (!isDisplay) return [[node, { tex, isDisplay, labels: [] }]];
        const id = type === 'math' ? readEquationId(meta ?? '') : undefined;
        return [[node, numberFormula(tex, id, counter)]];
      } catch (error) {
        if (!(error instanceof MacroError)) throw error;
        return [[node, { tex: new LocatedTex(value), isDisplay, labels: [], error }]];
      }
    }),
  );
}

/** Environments with a number for each row, and those with one number. KaTeX does not know the others. */
const byRow: Readonly<Record<string, string>> = {
  ...{ align: 'align', gather: 'gather', alignat: 'alignat', flalign: 'align', eqnarray: 'align' },
};
const whole: Readonly<Record<string, string | undefined>> = {
  ...{ equation: '', multline: 'gathered', displaymath: undefined, math: undefined },
};

interface Counter {
  count: number;
}

/** The ends of an environment whose equations share a number in LaTeX. Here each has its own. */
const sharedEnds =
  /^\s*\\begin\{subequations\}(?:\s*\\label\s*\{([^{}]*)\})?|\\end\{subequations\}\s*$/g;

function numberFormula(tex: LocatedTex, id: string | undefined, counter: Counter): Formula {
  const [shared] = tex.text.matchAll(sharedEnds);
  if (shared?.index === 0) {
    const own = id ?? (shared[1] === undefined ? undefined : nameEquation(shared[1]));
    return numberFormula(tex.replaceAll(sharedEnds, ''), own, counter);
  }
  const environment = findEnvironment(tex);
  const { name = '' } = environment ?? {};
  if (environment && Object.hasOwn(byRow, name)) return numberRows(tex, environment, id, counter);
  const isKnown = environment !== undefined && Object.hasOwn(whole, name);
  const { start, end } = isKnown ? environment : { start: 0, end: tex.text.length };
  const rows = listRows(tex, start, end);
  const labels = [id, ...rows.flatMap((row) => row.labels.map(nameEquation))].filter(isText);
  const tag = rows.find((row) => row.tag !== undefined)?.tag;
  const isNumbered = isKnown && /^(equation|multline)$/.test(name) && !environment.isStarred;
  const isLeftOut = rows.some((row) => row.isUnnumbered);
  const hasNumber = tag === undefined && !isLeftOut && (isNumbered || labels.length > 0);
  const number = hasNumber ? String((counter.count += 1)) : undefined;
  const inner = isKnown ? unwrap(tex, environment, whole[name]) : tex;
  return {
    tex: inner.replaceAll(marks, ''),
    isDisplay: true,
    ...(number !== undefined && { number }),
    labels: labels.map((label) => buildLabel(label, number ?? tag)),
  };
}

/** The commands for the number of a formula, which draw nothing. */
const marks = /\\label\s*\{[^{}]*\}|\\(?:nonumber|notag)(?![a-zA-Z])/g;

/** Numbers each row of an environment by a tag. */
function numberRows(
  tex: LocatedTex,
  environment: Environment,
  id: string | undefined,
  counter: Counter,
): Formula {
  const { name, start, end, isStarred } = environment;
  const rows = listRows(tex, start, end);
  const labels: Label[] = [];
  const numbers = rows.map((row) => {
    const number = numberRow(row, isStarred && row.labels.length === 0, counter);
    labels.push(...row.labels.map((label) => buildLabel(nameEquation(label), number)));
    return number;
  });
  const first = numbers.find((number) => number !== undefined);
  const block = id !== undefined && first === undefined ? String((counter.count += 1)) : undefined;
  if (id !== undefined) labels.unshift(buildLabel(id, first ?? block));
  const tags = rows.flatMap((row, index) => {
    const number = numbers[index];
    if (row.tag !== undefined || number === undefined) return [];
    const end = row.start + tex.text.slice(row.start, row.end).trimEnd().length;
    return [{ start: end, end, text: ` \\tag{${number}}` }];
  });
  const known = byRow[name] ?? name;
  const edits = [
    { start: 0, end: start, text: `\\begin{${known}*}` },
    ...tags,
    { start: end, end: tex.text.length, text: `\\end{${known}*}` },
  ];
  const numbered = tex.replace(edits).replaceAll(marks, '');
  return {
    tex:
      name === 'eqnarray'
        ? numbered.replaceAll(/&(?=\s*(?:[-+=<>]|:=|\\[a-zA-Z]+)?\s*&)/g, '')
        : numbered,
    isDisplay: true,
    ...(block !== undefined && { number: block }),
    labels,
  };
}

function numberRow(row: Row, isStarred: boolean, counter: Counter): string | undefined {
  if (row.tag !== undefined) return row.tag;
  if (isStarred || row.isUnnumbered) return undefined;
  counter.count += 1;
  return String(counter.count);
}

/** Takes a formula out of an environment, or puts it into another one. */
function unwrap(
  tex: LocatedTex,
  { start, end }: Environment,
  into: string | undefined,
): LocatedTex {
  const text = (word: string) => (into ? `\\${word}{${into}}` : '');
  const inner = tex.text.slice(start, end);
  const before = inner.length - inner.trimStart().length;
  const after = inner.trimEnd().length;
  return tex.replace([
    { start: 0, end: start + before, text: text('begin') },
    { start: start + Math.max(after, before), end: tex.text.length, text: text('end') },
  ]);
}

/** The key of the label of an equation: `eq:loss` and `loss` as `eq-loss`. */
function nameEquation(label: string): string {
  return nameLabel(label, 'eq');
}

function buildLabel(id: string, number = ''): Label {
  return { key: id, id, kind: 'equation', text: number };
}

function isText(value: string | undefined): value is string {
  return value !== undefined;
}
