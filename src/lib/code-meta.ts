/** The text after the language of a code block: `title="probe.py" {2,4-6}`. */
export interface CodeMeta {
  /** The author's title; empty for empty quotation marks. */
  title?: string;
  /** The first and last line of each marked range, counted from 1. */
  ranges: readonly (readonly [first: number, last: number])[];
  /** Anything else, including a repeated part. */
  rest: string;
}

const titlePart = /(?<!\S)title="([^"]*)"(?!\S)/;
const linesPart = /(?<!\S)\{(\d+(?:-\d+)?(?:,\s*\d+(?:-\d+)?)*)\}(?!\S)/;

export function parseCodeMeta(meta: string): CodeMeta {
  const title = titlePart.exec(meta)?.[1];
  const lines = linesPart.exec(meta.replace(titlePart, ''))?.[1];
  return {
    ...(title !== undefined && { title: title.trim() }),
    ranges: (lines?.split(',') ?? []).map((range) => {
      const [first = 0, last = first] = range.split('-').map(Number);
      return [first, last] as const;
    }),
    rest: meta.replace(titlePart, '').replace(linesPart, '').trim(),
  };
}
