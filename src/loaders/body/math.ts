import katex from 'katex';
import { equationId } from '../../lib/label.ts';
import { listLineStarts } from '../source.ts';
import { findDeepBrace, tooDeepFormula } from './depth.ts';
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
  if (node.type === 'inlineMath') return checkInline(node, body);
  if (node.type === 'math') return checkFence(node, body) ?? checkDisplay(node, body);
  return node.type === 'code' && node.lang === 'math' ? checkDisplay(node, body) : [];
}

function checkInline(node: BodyNode, body: Body): BodyFault[] {
  const source = readSource(node, body);
  const { value: tex = '', position } = node;
  if (source.startsWith('$$'))
    return [
      {
        rule: 'bad-math',
        expected: '$$ on its own line above and below the formula, or single dollar signs',
        fix: 'Put each $$ on its own line for a displayed formula, or write $x$ within a sentence.',
      },
    ];
  const inner = source.slice(1, -1);
  const next = body.text[position?.end.offset ?? 0] ?? '';
  if (/^\s/.test(inner) !== /\s$/.test(inner) || /\d/.test(next))
    return [
      {
        rule: 'bad-math',
        expected:
          'dollar signs right next to a formula; here, all the text between them becomes one',
        nearest: `\\$${inner}\\$`,
        fix: 'Write \\$ for a literal dollar sign, as in \\$5. If it is a formula, remove the space.',
      },
    ];
  const start =
    (position?.start.offset ?? 0) + Math.max(source.replaceAll('\n', ' ').indexOf(tex), 1);
  return checkTex(tex, false).map(({ at, ...fault }) => ({ ...fault, offset: start + at }));
}

/** Text beside $$ is lost, and an unclosed formula swallows all that follows. */
function checkFence(node: BodyNode, body: Body): BodyFault[] | undefined {
  const lines = readSource(node, body).split('\n');
  const row = node.meta && !equationId.test(node.meta) ? 0 : findUnclean(node, body);
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

function checkDisplay({ value: tex = '', position }: BodyNode, { text }: Body): BodyFault[] {
  return checkTex(tex, true).map(({ at, ...fault }) => {
    // A formula begins on the line below its fence, and may be indented in a list or quotation.
    const before = tex.slice(0, at).split('\n');
    const row = (position?.start.line ?? 1) + before.length - 1;
    const starts = listLineStarts(text);
    const lineStart = starts[row] ?? text.length;
    const line = text.slice(lineStart, starts[row + 1]);
    const indent = line.indexOf(tex.split('\n')[before.length - 1] ?? '');
    return { ...fault, offset: lineStart + Math.max(indent, 0) + (before.at(-1)?.length ?? 0) };
  });
}

/** Runs KaTeX on `tex`. `at` is the index of the mistake. */
function checkTex(tex: string, displayMode: boolean): (BodyFault & { at: number })[] {
  if (tex.length > mostLetters) return [{ at: 0, ...tooLarge }];
  const deep = findDeepBrace(tex);
  if (deep !== undefined) return [{ at: deep, ...tooDeepFormula }];
  let refused: string | undefined;
  const describe = (at: number, expected: string) => [
    {
      rule: 'bad-math' as const,
      at,
      expected,
      fix: 'Correct the formula. The supported TeX is listed at https://katex.org/docs/supported.',
    },
  ];
  try {
    katex.renderToString(tex, {
      displayMode,
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
  if (refused === undefined) return [];
  return describe(
    Math.max(tex.indexOf(refused), 0),
    `TeX without ${refused}, which this site does not allow`,
  );
}
