import { retext } from 'retext';
import smartypants from 'retext-smartypants';

const processor = retext().use(smartypants, { dashes: 'oldschool', backticks: false });

/**
 * Plain text as it is to be printed: curly quotes, apostrophes and ellipses, `--` as an en dash and
 * `---` as an em dash. A dash between spaces is an em dash, whichever way it was typed.
 */
export function formatProse(text: string): string {
  return formatDashes(String(processor.processSync(text)));
}

const notices: Readonly<Record<string, string>> = {
  withdrawn: 'Withdrawn: ',
  retracted: 'Retracted: ',
};

/** The title of an entry as it is printed everywhere: a paper that does not stand any more says so first. */
export function formatTitle(title: string, status: string): string {
  return (notices[status] ?? '') + formatProse(title);
}

/** A dash between spaces as an em dash; without spaces, as in 1–4, it stays an en dash. */
export function formatDashes(text: string): string {
  return text.replaceAll(' – ', ' — ');
}
