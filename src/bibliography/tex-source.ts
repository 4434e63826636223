import { removeGuards } from '../lib/escaped-at.ts';
import type { Inline, InlineTag } from '../lib/inline.ts';

/** Characters with a meaning in TeX, escaped. Braces go by name, since BibTeX counts them even after a backslash. */
const escapes: Readonly<Record<string, string>> = {
  ...{ '\\': String.raw`\textbackslash{}`, '~': String.raw`\textasciitilde{}` },
  ...{ '^': String.raw`\textasciicircum{}`, '"': String.raw`\textquotedbl{}` },
  ...{ '{': String.raw`\textbraceleft{}`, '}': String.raw`\textbraceright{}` },
  ...{ '&': '\\&', '%': '\\%', '#': '\\#', _: '\\_', $: '\\$' },
};

/** The commands of styled text. */
const commands: Readonly<Record<InlineTag, string>> = {
  ...{ em: 'emph', i: 'emph', var: 'emph', strong: 'textbf', b: 'textbf', kbd: 'texttt' },
  ...{ sub: 'textsubscript', sup: 'textsuperscript', del: 'sout' },
};

/** Escapes plain text for TeX. */
export function escapeTex(text: string): string {
  return text.replace(/[\\~^"{}&%#_$]/g, (sign) => escapes[sign] ?? sign);
}

/** Formats text with marks as TeX. */
export function formatTex(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => {
      if (typeof inline === 'string') return escapeTex(removeGuards(inline));
      if ('code' in inline) return `\\texttt{${escapeTex(inline.code)}}`;
      if ('tex' in inline) return `$${inline.tex}$`;
      const words = formatTex(inline.content);
      return 'href' in inline ? words : `\\${commands[inline.tag]}{${words}}`;
    })
    .join('');
}
