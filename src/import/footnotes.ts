/** Footnotes in the sentence: those of Distill, and of Pandoc. */
const inSentence = /<d-footnote>([^]*?)<\/d-footnote>|\^\[((?:[^[\]]|\[[^\]]*\])*)\]/g;

/** Moves the text of footnotes to the end. */
export function moveFootnotes(text: string): string {
  const taken = new Set(Array.from(text.matchAll(/\[\^([^\]\s]+)\]/g), ([, name]) => name));
  const notes: string[] = [];
  let count = 0;
  const moved = text.replace(inSentence, (_, one?: string, two?: string) => {
    do count++;
    while (taken.has(String(count)));
    notes.push(`[^${count}]: ${(one ?? two ?? '').replace(/\s+/g, ' ').trim()}`);
    return `[^${count}]`;
  });
  return notes.length === 0 ? text : `${moved.trimEnd()}\n\n${notes.join('\n\n')}\n`;
}
