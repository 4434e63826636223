import { retext } from 'retext';
import smartypants from 'retext-smartypants';

const processor = retext().use(smartypants, { dashes: 'oldschool', backticks: false });

/**
 * Formats plain text for print: curly quotes, apostrophes and ellipses, `--` as an en dash and
 * `---` as an em dash. Any dash between spaces becomes an em dash.
 */
export function formatProse(text: string): string {
  // Most titles have nothing to format, and parsing one takes as long as all else that is done with it.
  return mayChange.test(text) ? formatDashes(String(processor.processSync(text))) : text;
}

/** Matches a text with a quotation mark, a dash or the dots of an ellipsis. */
const mayChange = /["'–]|--|\.\s*\./;

const quotes = retext().use(smartypants, { dashes: false, ellipses: false, backticks: false });
const signs = retext().use(smartypants, { quotes: false, dashes: 'oldschool', backticks: false });

/** Formats the pieces of one text. Quotation marks depend on the whole text, everything else on one piece. */
export function formatPieces(pieces: readonly string[]): string[] {
  if (pieces.length === 1) return pieces.map(formatProse);
  const whole = String(quotes.processSync(pieces.join('')));
  let end = 0;
  return pieces.map(({ length }) => {
    const piece = whole.slice(end, (end += length));
    return formatDashes(String(signs.processSync(piece)));
  });
}

/** Converts en dashes between spaces to em dashes. Without spaces, as in 1–4, they remain. */
export function formatDashes(text: string): string {
  return text.replaceAll(' – ', ' — ');
}
