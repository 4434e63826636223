import type { Mark } from './marks.ts';

const fence = (language: string, code: string) =>
  `\n\`\`\`${language}\n${code.replace(/^\n+|\s+$/g, '')}\n\`\`\`\n`;

/** Code of Jekyll and Hugo, as fenced code. It is read before all else. */
export const codeMarks: readonly Mark[] = [
  {
    pattern: /\{%-?\s*highlight\s+([\w+#-]+)[^}\n]*%\}([^]*?)\{%-?\s*endhighlight\s*-?%\}/g,
    write: ([language = '', code = '']) =>
      fence(language, code.replace(/\{%-?\s*(?:end)?raw\s*-?%\}/g, '')),
  },
  {
    pattern:
      /\{\{[<%]\s*highlight\s+"?([\w+#-]+)"?[^}\n]*[>%]\}\}([^]*?)\{\{[<%]\s*\/\s*highlight\s*[>%]\}\}/g,
    write: ([language = '', code = '']) => fence(language, code),
  },
  { pattern: /\{%-?\s*(?:end)?raw\s*-?%\}\n?/g, write: () => '' },
];

/** Writes indented code, after an empty line and outside of lists and tags, as fenced code. */
export function fenceIndentedCode(text: string): string {
  const blocks: { text: string; isCode: boolean }[] = [];
  let isFree = true;
  let fence = '';
  for (const block of text.split('\n\n')) {
    const isInFence = fence !== '';
    for (const [, mark = ''] of block.matchAll(/^[ \t]*(`{3,}|~{3,})/gm))
      fence = fence === '' ? mark : mark.startsWith(fence) ? '' : fence;
    const isPlain = !isInFence && fence === '';
    const isIndented =
      /\S/.test(block) && block.split('\n').every((line) => /^(?: {4}|\t|\s*$)/.test(line));
    const isCode = isPlain && isFree && isIndented && !/^\s*(?:[-*+]\s|\d+\.\s|<|\{)/.test(block);
    const last = blocks.at(-1);
    if (isCode && last?.isCode) last.text += `\n\n${block}`;
    else blocks.push({ text: block, isCode });
    // Lines that are indented below an item or a tag belong to it.
    if (isPlain && !isCode && /\S/.test(block))
      isFree = !/^\s*(?:[-*+]\s|\d+[.)]\s|<|\[\^)|^[ \t]/.test(block);
  }
  return blocks.map((block) => (block.isCode ? fenceCode(block.text) : block.text)).join('\n\n');
}

function fenceCode(indented: string): string {
  return `\`\`\`\n${indented.replace(/^\n+/, '').replace(/^(?: {4}|\t)/gm, '')}\n\`\`\``;
}

/** Fenced code, and code in a line. */
export const code =
  /^([ \t]*)(`{3,}|~{3,})[^]*?(?:^[ \t>]*\2[`~]*[ \t]*$|$(?![^]))|(`+)(?!`)[^]*?[^`]\3(?!`)/gm;

/** Formulas of kramdown and MathJax between dollar signs. */
export const mathMarks: readonly Mark[] = [
  // kramdown takes the first backslash away.
  { pattern: /\\\\\(([^]*?)\\\\\)/g, write: ([tex = '']) => `$${tex.trim()}$` },
  { pattern: /\\\(([^\n]*?)\\\)/g, write: ([tex = '']) => `$${tex.trim()}$` },
  { pattern: /\\\\\[([^]*?)\\\\\]/g, write: ([tex = '']) => display(tex) },
  { pattern: /(?<=^[ \t]*)\\\[([^]*?)\\\]/gm, write: ([tex = '']) => display(tex) },
  // An equation of Quarto has its id after it.
  {
    pattern: /^[ \t]*\$\$([^$]+?)\$\$(?:[ \t]*\{#(eq-[\w-]+)[^}\n]*\})?[ \t]*$/gm,
    write: ([tex = '', id = '']) => display(tex, id === '' ? '' : ` {#${id}}`),
  },
  { pattern: /(?<=\S[ \t]*)\$\$([^$]*\n[^$]*)\$\$/g, write: ([tex = '']) => display(tex) },
  { pattern: /(?<!\$)\$\$([^$\n]+)\$\$(?!\$)/g, write: ([tex = '']) => `$${tex.trim()}$` },
];

function display(tex: string, id = ''): string {
  return `\n$$${id}\n${tex.replace(/^\s*\n|\s+$/g, '').trim()}\n$$\n`;
}

/** Formulas, when they are between dollar signs. */
export const math = /^\$\$[^]*?^\$\$[ \t]*$|(?<![\\$])\$(?![\s$\d])[^$\n]*?[^\s\\$]\$(?![\d$])/gm;
