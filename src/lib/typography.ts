import { retext } from 'retext';
import smartypants from 'retext-smartypants';

const processor = retext().use(smartypants, { dashes: 'oldschool', backticks: false });

/**
 * Formats plain text for print: curly quotes, apostrophes and ellipses, `--` as an en dash and
 * `---` as an em dash. Any dash between spaces becomes an em dash.
 */
export function formatProse(text: string): string {
  return formatDashes(String(processor.processSync(text)));
}

const notices: Readonly<Record<string, string>> = {
  withdrawn: 'Withdrawn: ',
  retracted: 'Retracted: ',
};

/** Formats the title of an entry. For a withdrawn or retracted paper it begins with the status. */
export function formatTitle(title: string, status: string): string {
  return (notices[status] ?? '') + formatProse(title);
}

/** Converts en dashes between spaces to em dashes. Without spaces, as in 1–4, they remain. */
export function formatDashes(text: string): string {
  return text.replaceAll(' – ', ' — ');
}
