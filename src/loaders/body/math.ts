import katex from 'katex';
import 'katex/contrib/mhchem';
import { readEquationId } from '../../lib/label.ts';
import { readFormulas, type Formula } from '../../lib/tex/formulas.ts';
import { adviseOnMistake } from '../formula-advice.ts';
import { listLineStarts } from '../source.ts';
import { findDeepBrace, tooDeepFormula } from './depth.ts';
import { listFormulas } from './labels.ts';
import { checkNested } from './nested-math.ts';
import { readSource, remember, type Body, type BodyFault, type BodyNode } from './node.ts';

/**
 * More than a formula of two hundred lines has. The time that KaTeX takes grows with the square.
 */
const mostLetters = 10_000;

const tooLarge = {
  rule: 'too-large' as const,
  expected: `at most ${mostLetters} letters in a formula`,
  fix: 'Split the formula.',
};

/** Checks that KaTeX can set the TeX, and that dollar signs delimit formulas. */
export function checkMath(node: BodyNode, body: Body): BodyFault[] {
  const formula = listFormulas(body).get(node);
  if (formula === undefined) return [];
  const loose =
    node.type === 'inlineMath'
      ? (checkNested(node, body) ?? checkDollars(node, body))
      : checkFence(node, body);
  if (loose !== undefined) return loose;
  return checkFormula(node.value ?? '', formula).map(({ at, ...fault }) => ({
    ...fault,
    offset: locateTex(node, body, at),
  }));
}

/** A formula with a space at one end, or one between numbers, is an amount of money and the words after it. */
function checkDollars(node: BodyNode, body: Body): BodyFault[] | undefined {
  const source = readSource(node, body);
  if (!source.startsWith('$') || source.startsWith('$$')) return undefined;
  const inner = source.slice(1, -1);
  const next = body.text[node.position?.end.offset ?? 0] ?? '';
  const isBetween = /^\d/.test(inner) && /\d/.test(next);
  if (/^\s/.test(inner) === /\s$/.test(inner) && !isBetween) return undefined;
  return [
    {
      rule: 'bad-math',
      expected: 'dollar signs right next to a formula; here, all the text between them becomes one',
      nearest: `\\$${inner}\\$`,
      // Amounts of money: of “$ x $”, either reading is possible.
      ...(/^\d/.test(inner) && { corrections: [{ old: source, new: `\\$${inner}\\$` }] }),
      fix: 'Write \\$ for a literal dollar sign, as in \\$5. If it is a formula, remove the space.',
    },
  ];
}

/** Text beside $$ is lost, and an unclosed formula swallows all that follows. */
function checkFence(node: BodyNode, body: Body): BodyFault[] | undefined {
  const lines = readSource(node, body).split('\n');
  if (node.type === 'code' || node.data?.isRead) return undefined;
  const row = node.meta && readEquationId(node.meta) === undefined ? 0 : findUnclean(node, body);
  const isClosed = lines.length > 1 && /^[\s>]*\$\$+\s*$/.test(lines.at(-1) ?? '');
  if (isClosed && row < 0) return undefined;
  // A formula that ends beside $$ swallows the start of the next, so that one seems unclosed.
  const start = node.position?.start.offset ?? 0;
  if (row < 0 && findFirstUnclean(body) < start) return [];
  const before = lines.slice(0, Math.max(row, 0)).map((line) => `${line}\n`);
  return [
    {
      rule: 'bad-math',
      offset: start + before.join('').length,
      expected:
        '$$ on its own line above the formula, or $$ {#eq-name} to give it an id, and $$ on its own line below it',
      fix: 'Put each $$ on its own line.',
    },
  ];
}

/** Returns the first row below the opening one with text beside $$. */
function findUnclean(node: BodyNode, body: Body): number {
  if (node.type !== 'math') return -1;
  const lines = readSource(node, body).split('\n');
  return lines.findIndex((line, row) => {
    const before = line.slice(0, Math.max(line.lastIndexOf('$$'), 0));
    return row > 0 && /[^\s>]/.test(before);
  });
}

/** The offset of the first formula with text beside its closing $$, or Infinity. */
const findFirstUnclean = remember((body: Body) => {
  const first = body.nodes.find((node) => findUnclean(node, body) > 0);
  return first?.position?.start.offset ?? Infinity;
});

/**
 * Returns the offset in the file of the letter at `at` of the TeX. Its lines may be indented in a list or quotation, and
 * its first line is below a fence or in the line of the node.
 */
function locateTex({ value = '', position, type }: BodyNode, { text }: Body, at: number): number {
  const { line = 1, offset = 0 } = position?.start ?? {};
  const starts = listLineStarts(text);
  const before = value.slice(0, at).split('\n');
  const words = value.split('\n')[before.length - 1] ?? '';
  const column = before.at(-1)?.length ?? 0;
  const lineEnd = starts[line] ?? text.length;
  if (type === 'inlineMath') {
    const [source, tex] = [text.slice(offset, position?.end.offset), value].map((words) =>
      words.replaceAll('\n', ' '),
    ) as [string, string];
    return offset + Math.max(source.indexOf(tex), 0) + at;
  }
  const first = value.split('\n')[0] ?? '';
  const isBeside = first !== '' && text.slice(offset, lineEnd).includes(first);
  const row = line - (isBeside ? 1 : 0) + before.length - 1;
  const start = row === line - 1 ? offset : (starts[row] ?? text.length);
  const indent = text.slice(start, starts[row + 1]).indexOf(words);
  return start + Math.max(indent, 0) + column;
}

/** Checks that KaTeX can set a formula of a field. `at` is the index of the mistake. */
export function checkTex(
  tex: string,
  macros: Readonly<Record<string, string>>,
): (BodyFault & { at: number })[] {
  const formulas = readFormulas([{ type: 'inlineMath', value: tex }], macros).values();
  return [...formulas].flatMap((formula) => checkFormula(tex, formula));
}

/** Formulas without a mistake. Many entries have the same, such as $n$. */
const sound = new Set<string>();

/** Runs KaTeX on a formula. `value` is the author's TeX, and `at` the index of the mistake in it. */
function checkFormula(
  value: string,
  { tex: located, isDisplay, error }: Formula,
): (BodyFault & { at: number })[] {
  const { text: tex } = located;
  if (value.length > mostLetters) return [{ at: 0, ...tooLarge }];
  const deep = findDeepBrace(tex);
  if (deep !== undefined) return [{ at: located.locate(deep), ...tooDeepFormula }];
  let refused: string | undefined;
  const describe = (at: number, expected: string) => [
    {
      rule: 'bad-math' as const,
      at: located.locate(at),
      expected,
      fix: adviseOnMistake(expected),
    },
  ];
  if (error !== undefined) return describe(error.at, error.message);
  const name = `${isDisplay} ${tex}`;
  if (sound.has(name)) return [];
  try {
    katex.renderToString(tex, {
      displayMode: isDisplay,
      // KaTeX finds all mistakes before it builds a form, and MathML is faster to build than HTML.
      output: 'mathml',
      throwOnError: true,
      strict: 'ignore',
      trust: ({ command }) => {
        refused ??= command;
        return false;
      },
    });
  } catch (error) {
    if (error instanceof RangeError) return [{ at: 0, ...tooDeepFormula }];
    const { position, rawMessage, message } = error as Partial<katex.ParseError> & Error;
    return describe(
      position ?? 0,
      `TeX that KaTeX supports; its error is: ${rawMessage ?? message}`,
    );
  }
  if (refused === undefined) {
    sound.add(name);
    return [];
  }
  return describe(
    Math.max(tex.indexOf(refused), 0),
    `TeX without ${refused}, which this site does not allow`,
  );
}
