import type { FinishedPage } from './page.ts';
import { buildPolicy } from './policy.ts';
import { applyEdits, listStyleEdits } from './style-classes.ts';
import { shortenStyles } from './used-styles.ts';

const charset = '<meta charset="utf-8">';

/**
 * Adds the policy at the top of the head and the styles at its end, and leaves out styles that the page does not use. A
 * file of `public/` that names no charset, such as one by which a host knows the owner of a site, stays as it is. Errors
 * name `file`. `scripts` is the text of the script files of the site.
 */
export function finishPage(
  page: Omit<FinishedPage, 'address'>,
  file: string,
  scripts: string,
): string {
  const { html, tree } = page;
  const { edits, rules } = listStyleEdits(page);
  const shortened = shortenStyles(page, scripts);
  const added = rules === '' ? [] : [rules];
  try {
    const policy = buildPolicy(tree, added);
    if (!html.includes(charset)) return html;
    const top = html.indexOf(charset) + charset.length;
    const end = Math.max(top, html.indexOf('</head>'));
    return applyEdits(html, [
      {
        start: top,
        end: top,
        text: `<meta http-equiv="content-security-policy" content="${policy}">`,
      },
      { start: end, end, text: added.map((style) => `<style>${style}</style>`).join('') },
      ...shortened,
      ...edits,
    ]);
  } catch (error) {
    throw new Error(`${file}: ${(error as Error).message}`, { cause: error });
  }
}
