/** Replaces the content between the markers of `part`. Throws if the document lacks them. */
export function replacePart(text: string, part: string, content: string): string {
  const begin = `<!-- ${part}: written by “npm run docs” -->`;
  const end = `<!-- end of ${part} -->`;
  const [before, rest] = text.split(begin);
  const after = rest?.split(end)[1];
  if (before === undefined || after === undefined)
    throw new Error(`The text has no “${begin}” and “${end}” to write between.`);
  const lines = ['', '<!-- prettier-ignore-start -->', content, '<!-- prettier-ignore-end -->', ''];
  return [before, begin, lines.join('\n\n'), end, after].join('');
}

/** Builds a code block with a longer fence than any in the code. */
export function buildFence(language: string, code: string): string {
  const runs = Array.from(code.matchAll(/`+/g), ([run]) => run.length);
  const fence = '`'.repeat(Math.max(3, ...runs.map((length) => length + 1)));
  return `${fence}${language}\n${code.replace(/\n$/, '')}\n${fence}`;
}

export function buildCode(text: string): string {
  return `\`${text}\``;
}

/** Builds a Markdown table. Escapes `|` in cells. */
export function buildTable(heading: readonly string[], rows: readonly string[][]): string {
  const buildRow = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [heading, heading.map(() => '---'), ...rows].map(buildRow).join('\n');
}
