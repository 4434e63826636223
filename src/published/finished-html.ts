import type { FinishedPage } from './page.ts';
import { buildPolicy } from './policy.ts';
import { applyEdits, listStyleEdits } from './style-classes.ts';

/** Adds the policy at the top of the head and the styles at its end. Errors name `file`. */
export function finishPage(page: Omit<FinishedPage, 'address'>, file: string): string {
  const { html, tree } = page;
  const { edits, rules } = listStyleEdits(page);
  const added = rules === '' ? [] : [rules];
  const charset = '<meta charset="utf-8">';
  const top = html.indexOf(charset) + charset.length;
  const end = html.indexOf('</head>');
  try {
    const policy = buildPolicy(tree, added);
    const meta = `<meta http-equiv="content-security-policy" content="${policy}">`;
    return applyEdits(html, [
      { start: top, end: top, text: meta },
      { start: end, end, text: added.map((style) => `<style>${style}</style>`).join('') },
      ...edits,
    ]);
  } catch (error) {
    throw new Error(`${file}: ${(error as Error).message}`, { cause: error });
  }
}
