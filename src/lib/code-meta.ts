/** What stands beside the language of a code block: `title="probe.py" {2,4-6}`. */
export interface CodeMeta {
  /** As the author wrote it; empty where nothing stands between the quotation marks. */
  title?: string;
  /** The first and the last line of each range of lines that are marked, counted from 1. */
  ranges: readonly (readonly [first: number, last: number])[];
  /** What is neither of the two, or is there twice. */
  rest: string;
}

const titlePart = /(?<!\S)title="([^"]*)"(?!\S)/;
const linesPart = /(?<!\S)\{(\d+(?:-\d+)?(?:,\s*\d+(?:-\d+)?)*)\}(?!\S)/;

/** Reads what stands beside the language; what cannot be read is the `rest`. */
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
