import { accents, ligatures, looks, lowered, raised, silent, symbols } from './tex-tables.ts';

/** TeX turned into text. */
export interface TexText {
  text: string;
  /** Commands without a text, with their backslash. They stay unchanged in `text`. */
  unknown: string[];
}

/** A piece of TeX with a place in it. */
interface Source extends TexText {
  readonly tex: string;
  at: number;
  /** The number of commands around it, each in the argument of the one before. */
  readonly depth: number;
  /** Ends of math that the rest of `tex` does not have. */
  readonly missing: Set<string>;
}

/**
 * Converts the TeX of a field into printable Unicode: composed accents, no braces, `--` as a dash, curly quotation
 * marks, `~` as a no-break space, single spaces. Math stays unchanged between `$`.
 */
export function parseTex(tex: string): TexText {
  const { text, unknown } = parseRun(tex);
  return {
    text: text
      .normalize('NFC')
      .replace(/[ \t\r\n]+/g, ' ')
      .trim(),
    unknown,
  };
}

/** Returns the text of `parseTex`, in which unknown commands stay unchanged. */
export function renderTex(tex: string): string {
  return parseTex(tex).text;
}

/** Turns a field that is no prose (an address, a DOI) into text: only TeX's escapes are taken out. */
export function renderVerbatim(tex: string): string {
  return tex
    .replace(/\\(?:url|path|nolinkurl)\b/g, '')
    .replace(/\\textasciitilde\b|\$\\sim\$|\\~(?:\{\})?/g, '~')
    .replace(/\\textunderscore\b/g, '_')
    .replace(/\\([&%#_$])/g, '$1')
    .replace(/[{}\s]/g, '');
}

/** Deeper arguments stay unchanged. */
const mostLevels = 100;

function parseRun(tex: string, depth = 0): TexText {
  if (depth > mostLevels) return { text: tex, unknown: [] };
  const source: Source = { tex, at: 0, text: '', unknown: [], depth, missing: new Set() };
  while (source.at < tex.length) {
    const character = tex[source.at] ?? '';
    if (character === '\\') parseCommand(source);
    else if (character === '$') parseMath(source, tex.startsWith('$$', source.at) ? '$$' : '$');
    else if (character === '"') parseQuotationMark(source);
    else if (character === '{' || character === '}') source.at++;
    else parseLetters(source);
  }
  return source;
}

function parseLetters(source: Source): void {
  const { tex, at } = source;
  const ligature = ligatures.find(([written]) => tex.startsWith(written, at));
  const [written, printed] = ligature ?? [tex[at] ?? '', tex[at] ?? ''];
  source.text += printed;
  source.at += written.length;
}

/** A straight mark opens at the beginning of a word and closes at its end. */
function parseQuotationMark(source: Source): void {
  source.text += /(?:^|[\s\u00A0([{“‘–—-])$/.test(source.text.slice(-1)) ? '“' : '”';
  source.at++;
}

/** Copies math with its delimiters, which become dollar signs. A dollar sign that is alone is one. */
function parseMath(source: Source, opener: '$' | '$$' | '\\('): void {
  const { tex, at } = source;
  const closer = opener === '\\(' ? '\\)' : opener;
  let end = source.missing.has(closer) ? tex.length : at + opener.length;
  while (end < tex.length && !tex.startsWith(closer, end)) end += tex[end] === '\\' ? 2 : 1;
  const isMath = end < tex.length;
  if (!isMath) source.missing.add(closer);
  source.text += isMath ? `$${tex.slice(at + opener.length, end)}$` : opener;
  source.at = isMath ? end + closer.length : at + opener.length;
}

function parseCommand(source: Source): void {
  const { tex } = source;
  if (tex.startsWith('\\(', source.at)) {
    parseMath(source, '\\(');
    return;
  }
  source.at++;
  const word = /^[A-Za-z]+/.exec(tex.slice(source.at, source.at + 40))?.[0];
  const name = word ?? tex.slice(source.at, source.at + 1);
  source.at += name.length;
  if (word !== undefined) parseBlanks(source);

  const accent = accents.get(name);
  const symbol = symbols.get(name);
  if (accent !== undefined) source.text += renderAccent(renderArgument(source), accent, name);
  else if (symbol !== undefined) source.text += symbol;
  else if (silent.has(name)) parseArgument(source);
  else if (/^(url|path|nolinkurl)$/.test(name))
    source.text += renderVerbatim(parseArgument(source));
  else if (name === 'enquote' || name === 'mkbibquote')
    source.text += `“${renderArgument(source)}”`;
  else if (name === 'ifmmode') skipMathBranch(source);
  else if (name === 'ensuremath') source.text += `$${parseArgument(source)}$`;
  else if (name === 'textsuperscript') source.text += renderDigits(renderArgument(source), raised);
  else if (name === 'textsubscript') source.text += renderDigits(renderArgument(source), lowered);
  else if (!looks.has(name)) {
    source.unknown.push(`\\${name}`);
    source.text += `\\${name}`;
  }
}

/** Skips the branch of `\ifmmode` for math, as APS writes it: `\ifmmode \check{r}\else \v{r}\fi`. */
function skipMathBranch(source: Source): void {
  const rest = source.tex.slice(source.at, source.at + 200);
  source.at += Math.max(0, rest.search(/\\(?:else|fi)(?![A-Za-z])/));
}

function parseBlanks(source: Source): void {
  while (/\s/.test(source.tex[source.at] ?? '')) source.at++;
}

/** Reads the argument of a command: a group in braces, another command, or a single character. */
function parseArgument(source: Source): string {
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

function renderArgument(source: Source): string {
  const { text, unknown } = parseRun(parseArgument(source), source.depth + 1);
  source.unknown.push(...unknown);
  return text;
}

/** Adds an accent to the first letter of `text`, on top of its other accents. `\~{}` is the tilde itself. */
function renderAccent(text: string, accent: string, name: string): string {
  const [, base = '', marks = '', rest = ''] =
    /^(\P{M})(\p{M}*)(.*)$/su.exec(text.normalize('NFD')) ?? [];
  if (base === '') return /[~^]/.test(name) ? name : '';
  const letter = { ı: 'i', ȷ: 'j' }[base] ?? base;
  return `${letter}${marks}${accent}${rest}`.normalize('NFC');
}

function renderDigits(text: string, table: Readonly<Record<string, string>>): string {
  const signs = [...text];
  return signs.every((sign) => sign in table) ? signs.map((sign) => table[sign]).join('') : text;
}
