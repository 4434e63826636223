import { retext } from 'retext';
import smartypants from 'retext-smartypants';

const processor = retext().use(smartypants, { dashes: 'oldschool', backticks: false });

/**
 * Plain text as it is to be printed: curly quotes, apostrophes and ellipses, `--` as an en dash and
 * `---` as an em dash. A dash between spaces is an em dash, whichever way it was typed.
 */
export function formatProse(text: string): string {
  return String(processor.processSync(text)).replaceAll(' – ', ' — ');
}
