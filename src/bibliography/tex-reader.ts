import { pageProtocols, parseAddress } from '../lib/address.ts';
import { parseFormula } from './formula.ts';
import { addRun, type Look, type Run } from './runs.ts';
import { ligatures } from './tex-tables.ts';
import { renderVerbatim } from './verbatim.ts';

/** A piece of TeX with a place in it. */
export interface Source {
  readonly tex: string;
  at: number;
  readonly runs: Run[];
  readonly unknown: string[];
  /** The look of the text at this place. */
  look: Look;
  /** The looks of the groups around this place, which their braces end. */
  readonly outer: Look[];
  /** The number of commands around it, each in the argument of the one before. */
  readonly depth: number;
  /** Ends of math that the rest of `tex` does not have. */
  readonly missing: Set<string>;
}

export function add(source: Source, text: string, look: Look = source.look): void {
  addRun(source.runs, { ...look, text });
}

export function openGroup(source: Source): void {
  source.outer.push(source.look);
  source.at++;
}

export function closeGroup(source: Source): void {
  source.look = source.outer.pop() ?? source.look;
  source.at++;
}

/** An address that stands in the text becomes a link. A stop, comma or bracket at its end is that of the sentence. */
export function parseBareAddress(source: Source): void {
  const [, written = ''] =
    /^((?:\([^\s<>"(){}]*\)|\{[^\s<>"{}]*\}|[^\s<>"(){}])*)/.exec(source.tex.slice(source.at)) ??
    [];
  const address = written.replace(/[.,;:'\]]+$/, '');
  source.at += address.length;
  addLink(source, renderVerbatim(address));
}

export function addLink(source: Source, address: string, runs: readonly Run[] = []): void {
  const target = /^www\./i.test(address) ? `https://${address}` : address;
  const isLink = parseAddress(target, pageProtocols) !== undefined;
  const look = isLink ? { ...source.look, address: target } : source.look;
  if (runs.length === 0) add(source, address, look);
  for (const run of runs) addRun(source.runs, isLink ? { ...run, address: target } : run);
}

/** Letters without a meaning of their own in TeX. */
const plain = /[^\\${}"_^`'~?!-]+/y;

export function parseLetters(source: Source): void {
  const { tex, at } = source;
  plain.lastIndex = at;
  const letters = plain.exec(tex)?.[0] ?? '';
  const address = letters.slice(1).search(/https?:\/\/|www\./);
  if (letters !== '') {
    const text = address < 0 ? letters : letters.slice(0, address + 1);
    add(source, text);
    source.at += text.length;
    return;
  }
  const ligature = ligatures.find(([written]) => tex.startsWith(written, at));
  const [written, printed] = ligature ?? [tex[at] ?? '', tex[at] ?? ''];
  add(source, written === "'" && isOpening(source) ? '‘' : printed);
  source.at += written.length;
}

/** A place at which a quotation may begin. */
const beforeQuotation = /(?:^|[\s\u00A0([{“‘–—-])$/;

/** A straight mark before a word with another one after a word. Words that are cut at their beginning have none. */
const quotation =
  /^'(?!(?:n|t|s|em|til|tis|twas|cause|round|bout)(?!\p{L}))(?=[\p{L}{$\\])(?:[^']|'(?=\p{L}))*[^\s']'(?!['\p{L}])/iu;

/** No quotation is longer. */
const longestQuotation = 300;

function isOpening({ tex, at, runs }: Source): boolean {
  const before = runs.at(-1)?.text.slice(-1) ?? '';
  return beforeQuotation.test(before) && quotation.test(tex.slice(at, at + longestQuotation));
}

/** A straight mark opens at the beginning of a word and closes at its end. */
export function parseQuotationMark(source: Source): void {
  const before = source.runs.at(-1)?.text.slice(-1) ?? '';
  add(source, beforeQuotation.test(before) ? '“' : '”');
  source.at++;
}

export function addFormula(source: Source, tex: string): void {
  const { runs, problem } = parseFormula(tex);
  for (const run of runs) addRun(source.runs, { ...source.look, ...run });
  if (problem !== undefined) source.unknown.push(/\\[A-Za-z]+/.exec(problem)?.[0] ?? `$${tex}$`);
}

/** Italics within italics stand upright. */
export function turnLook(look: Look, change: Look): Look {
  const { isItalic, ...others } = look;
  return look.isItalic && change.isItalic
    ? others
    : { ...others, ...(isItalic && { isItalic }), ...change };
}

/** Skips the branch of `\ifmmode` for math, as APS writes it: `\ifmmode \check{r}\else \v{r}\fi`. */
export function skipMathBranch(source: Source): void {
  const rest = source.tex.slice(source.at, source.at + 200);
  source.at += Math.max(0, rest.search(/\\(?:else|fi)(?![A-Za-z])/));
}

export function parseBlanks(source: Source): void {
  while (/\s/.test(source.tex[source.at] ?? '')) source.at++;
}

/** Reads what an accent stands on. A letter without its dot may touch the next one: `D\'\iaz`. */
export function parseAccented(source: Source): string {
  parseBlanks(source);
  const [letter = ''] = /^\\[ij](?=[a-z])/.exec(source.tex.slice(source.at, source.at + 3)) ?? [];
  source.at += letter.length;
  return letter === '' ? parseArgument(source) : letter;
}

/** Reads the argument of a command: a group in braces, another command, or a single character. */
export function parseArgument(source: Source): string {
  parseBlanks(source);
  const { tex, at } = source;
  if (tex[at] === '{') {
    let depth = 0;
    for (let end = at; end < tex.length; end++) {
      if (tex[end] === '{') depth++;
      if (tex[end] === '}' && --depth === 0) {
        source.at = end + 1;
        return tex.slice(at + 1, end);
      }
    }
  }
  const rest = tex.slice(at, at + 40);
  const argument = /^\\(?:[A-Za-z]+|.)\s*|^./su.exec(rest)?.[0] ?? '';
  source.at += argument.length;
  return argument;
}
