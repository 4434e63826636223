import type { TexReader } from './reader.ts';

/** The signs of a differential and of derivatives, by their commands in the package physics. */
const signs: Readonly<Record<string, string>> = {
  dd: '\\mathrm{d}',
  dv: '\\mathrm{d}',
  pdv: '\\partial',
  fdv: '\\delta',
};

/**
 * Returns the TeX of a differential or a derivative as the package physics writes it, or undefined for another command:
 * `\dd[3]{x}`, `\dv{x}`, `\dv[2]{f}{x}`, `\pdv{f}{x}{y}` for a mixed one, and `\dv*{f}{x}` with a slash.
 */
export function readDerivative(name: string, star: string, reader: TexReader): string | undefined {
  if (name === 'ev' || name === 'expval') return readExpectation(reader);
  const sign = Object.hasOwn(signs, name) ? signs[name] : undefined;
  if (sign === undefined) return undefined;
  const order = reader.takeOption();
  if (name === 'dd') return `${raise(sign, order)} ${reader.takeArgument() ?? ''}`;
  const groups = [reader.takeArgument(), takeGroup(reader), takeGroup(reader, name === 'pdv')];
  const [first = '', ...rest] = groups.filter((group) => group !== undefined);
  const [body, variables] = rest.length === 0 ? ['', [first]] : [first, rest];
  const power = order ?? (variables.length > 1 ? `${variables.length}` : undefined);
  const above = `${raise(sign, power)} ${body}`.trim();
  const below = variables
    .map((variable) => `${sign} ${variables.length > 1 ? variable : raise(variable, order)}`)
    .join('\\,');
  return star === '' ? `\\frac{${above}}{${below}}` : `\\left.${above}\\middle/${below}\\right.`;
}

/** An expectation value: `\ev{A}`, or in a state, `\ev{A}{\psi}`. */
function readExpectation(reader: TexReader): string {
  const [value = '', state] = [reader.takeArgument(), takeGroup(reader)];
  const inner = state === undefined ? value : `${state}\\middle|${value}\\middle|${state}`;
  return `\\left\\langle ${inner}\\right\\rangle`;
}

function raise(base: string, power: string | undefined): string {
  return power === undefined ? base : `${base}^{${power}}`;
}

/** A further argument is one only in braces. */
function takeGroup(reader: TexReader, isTaken = true): string | undefined {
  return isTaken && reader.text[reader.index] === '{' ? reader.takeArgument() : undefined;
}
