import { accents, renderAccent } from '../lib/tex/letters.ts';
import { readEscaped } from './escaped-tex.ts';
import { parseFormula } from './formula.ts';
import { readHtml } from './html.ts';
import { addRun, joinRuns, removeLinks, tidyRuns, type Look, type Run } from './runs.ts';
import {
  add,
  addFormula,
  addLink,
  closeGroup,
  openGroup,
  parseAccented,
  parseArgument,
  parseBareAddress,
  parseBlanks,
  parseLetters,
  parseQuotationMark,
  skipMathBranch,
  turnLook,
  type Source,
} from './tex-reader.ts';
import { describedFirst, looks, silent, styles, symbols } from './tex-tables.ts';
import { renderVerbatim } from './verbatim.ts';

/** TeX turned into text. */
export interface TexText {
  /** In Unicode alone. */
  text: string;
  /** With its looks, formulas and links. */
  runs: Run[];
  /** Commands without a text, with their backslash, and formulas that cannot be set. Their names are in `text`. */
  unknown: string[];
}

/** Words between single spaces, without any sign of TeX or HTML. */
const plain = /^(?:[^\s\\${}"_^`'~?!<&-]+(?: (?! )|$))*$/;

/**
 * Converts the TeX of a field, with HTML in it, into printable Unicode: composed accents, no braces, `--` as a dash,
 * curly quotation marks, `~` as a no-break space, single spaces, formulas in words.
 */
export function parseTex(written: string): TexText {
  // German typists open a quotation with two commas.
  const tex = written.replace(/,,(?=\p{L})/gu, '„');
  if (plain.test(tex) && !/https?:|www\./.test(tex)) {
    const text = tex.trim().normalize('NFC');
    return { text, runs: text === '' ? [] : [{ text }], unknown: [] };
  }
  const { runs: all, unknown } = parseRun(readHtml(readEscaped(tex)), {});
  const runs = tidyRuns(all);
  return { text: joinRuns(removeLinks(runs)), runs, unknown };
}

/** Returns the text of `parseTex`. */
export function renderTex(tex: string): string {
  return parseTex(tex).text;
}

/** Deeper arguments stay unchanged. */
const mostLevels = 100;

function parseRun(tex: string, look: Look, depth = 0): Pick<Source, 'runs' | 'unknown'> {
  if (depth > mostLevels) return { runs: [{ ...look, text: tex }], unknown: [] };
  const source: Source = {
    ...{ tex, at: 0, runs: [], unknown: [], look, outer: [], depth, missing: new Set<string>() },
  };
  while (source.at < tex.length) {
    const character = tex[source.at] ?? '';
    if (character === '\\') parseCommand(source);
    else if (character === '$') parseMath(source, tex.startsWith('$$', source.at) ? '$$' : '$');
    else if (character === '"') parseQuotationMark(source);
    else if (character === '{') openGroup(source);
    else if (character === '}') closeGroup(source);
    else if (/^[_^]\{/.test(tex.slice(source.at, source.at + 2))) parseIndex(source, character);
    else if (/^(?:https?:\/\/|www\.)/.test(tex.slice(source.at, source.at + 8)))
      parseBareAddress(source);
    else parseLetters(source);
  }
  return source;
}

/** An index outside of a formula, as `CO_{2}`. */
function parseIndex(source: Source, sign: string): void {
  source.at++;
  const place = sign === '_' ? 'isLowered' : 'isRaised';
  addArgument(source, { ...source.look, isFormula: true, [place]: true });
}

/** Reads math with its delimiters. A dollar sign that is alone is one. */
function parseMath(source: Source, opener: '$' | '$$' | '\\('): void {
  const { tex, at } = source;
  const closer = opener === '\\(' ? '\\)' : opener;
  let end = source.missing.has(closer) ? tex.length : at + opener.length;
  while (end < tex.length && !tex.startsWith(closer, end)) end += tex[end] === '\\' ? 2 : 1;
  const isMath = end < tex.length;
  if (!isMath) source.missing.add(closer);
  if (isMath) addFormula(source, tex.slice(at + opener.length, end));
  else add(source, opener);
  source.at = isMath ? end + closer.length : at + opener.length;
}

function parseCommand(source: Source): void {
  const { tex } = source;
  if (tex.startsWith('\\(', source.at)) {
    parseMath(source, '\\(');
    return;
  }
  const start = source.at++;
  const word = /^[A-Za-z]+/.exec(tex.slice(source.at, source.at + 40))?.[0];
  const name = word ?? tex.slice(source.at, source.at + 1);
  source.at += name.length;
  if (word !== undefined) parseBlanks(source);

  const accent = accents.get(name);
  const symbol = symbols.get(name);
  const style = styles.get(name);
  if (accent !== undefined)
    add(source, renderAccent(renderRun(source, parseAccented(source)), accent, name));
  else if (symbol !== undefined) add(source, symbol);
  else if (silent.has(name)) parseArgument(source);
  else if (describedFirst.has(name)) {
    parseArgument(source);
    addArgument(source);
  } else if (/^(url|path|nolinkurl)$/.test(name))
    addLink(source, renderVerbatim(parseArgument(source)));
  else if (name === 'href') {
    const address = renderVerbatim(parseArgument(source));
    const { runs, unknown } = parseRun(parseArgument(source), source.look, source.depth + 1);
    source.unknown.push(...unknown);
    addLink(source, address, runs);
  } else if (name === 'doi') {
    const doi = renderVerbatim(parseArgument(source));
    addLink(source, /^https?:/i.test(doi) ? doi : `https://doi.org/${doi}`);
  } else if (name === 'enquote' || name === 'mkbibquote') {
    add(source, '“');
    addArgument(source);
    add(source, '”');
  } else if (name === 'ion') {
    // The spectrum of an ion, in AASTeX: `\ion{H}{ii}`.
    addArgument(source);
    add(source, `\u00a0${renderArgument(source).toUpperCase()}`);
  } else if (name === 'ifmmode') skipMathBranch(source);
  else if (name === 'ensuremath') addFormula(source, parseArgument(source));
  else if (style?.takesArgument) addArgument(source, turnLook(source.look, style.look));
  else if (style) source.look = turnLook(source.look, style.look);
  else if (!looks.has(name)) addUnknown(source, start, name);
}

/** Reads a command of mathematics outside of a formula, with its arguments: `\alpha`, `\mathcal{O}`. */
function addUnknown(source: Source, start: number, name: string): void {
  const end = source.at;
  const group =
    /^(?:\s*(?:\{[^{}]*\}|[_^](?:\{[^{}]*\}|\w)))*/.exec(source.tex.slice(end))?.[0] ?? '';
  const tries = /[A-Za-z]/.test(name) ? [end + group.length, end] : [];
  for (const last of tries) {
    const { runs, problem } = parseFormula(source.tex.slice(start, last));
    if (problem !== undefined) continue;
    for (const run of runs) addRun(source.runs, { ...source.look, ...run });
    source.at = last;
    // The blank that ends the name of a command stands between two words here.
    if (/\s/.test(source.tex[last - 1] ?? '')) add(source, ' ');
    return;
  }
  source.unknown.push(`\\${name}`);
  add(source, name);
}

function addArgument(source: Source, look: Look = source.look): void {
  const { runs, unknown } = parseRun(parseArgument(source), look, source.depth + 1);
  for (const run of runs) addRun(source.runs, run);
  source.unknown.push(...unknown);
}

function renderArgument(source: Source): string {
  return renderRun(source, parseArgument(source));
}

function renderRun(source: Source, tex: string): string {
  const { runs, unknown } = parseRun(tex, {}, source.depth + 1);
  source.unknown.push(...unknown);
  return joinRuns(removeLinks(runs));
}
