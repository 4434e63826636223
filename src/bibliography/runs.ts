import { shift, shiftLetters } from '../lib/math-text.ts';

/** A piece of a text in one look. A text is a list of runs, which follow each other without a gap. */
export interface Run {
  text: string;
  isItalic?: true | undefined;
  isBold?: true | undefined;
  isRaised?: true | undefined;
  isLowered?: true | undefined;
  /** Set in small capitals. */
  isSmall?: true | undefined;
  /** Part of a formula. */
  isFormula?: true;
  /** The formula as MathML, if it is more than letters with indices; `text` has it in words. */
  mathml?: string;
  /** The target of a link. */
  address?: string;
}

export type Look = Omit<Run, 'text' | 'mathml'>;

/** A text without a look. */
export const plain = (text: string): Run => ({ text });

const looks = [
  'isItalic',
  'isBold',
  'isRaised',
  'isLowered',
  'isSmall',
  'isFormula',
  'address',
] as const;

/** The text of runs in Unicode: `CO₂`. The address of a link stands after its words. */
export function joinRuns(runs: readonly Run[]): string {
  return runs
    .map((run, index) => {
      const { text, address } = run;
      const isEnd = address !== undefined && runs[index + 1]?.address !== address;
      return formatRun(run) + (isEnd && !/:\/\/|^www\./i.test(text) ? ` (${address})` : '');
    })
    .join('');
}

/** Whether runs have a look that their plain text lacks. */
export function isMarked(runs: readonly Run[]): boolean {
  return runs.some(({ mathml, ...run }) => mathml !== undefined || looks.some((name) => run[name]));
}

/** Adds a run, to the last one if it has the same look. */
export function addRun(runs: Run[], run: Run): void {
  const last = runs.at(-1);
  const isSame =
    last !== undefined &&
    last.mathml === undefined &&
    run.mathml === undefined &&
    looks.every((name) => last[name] === run[name]);
  if (isSame) last.text += run.text;
  else if (run.text !== '') runs.push({ ...run });
}

/** Composes letters and accents, and makes every space single, with none at the ends. */
export function tidyRuns(runs: readonly Run[]): Run[] {
  let isSpaced = true;
  const tidy: Run[] = [];
  for (const run of runs) {
    const text = run.text.normalize('NFC').replace(/[ \t\r\n]+/g, ' ');
    const spaced: string = isSpaced ? text.replace(/^ /, '') : text;
    const kept = tidy.length === 0 ? spaced.trimStart() : spaced;
    if (kept !== '') isSpaced = kept.endsWith(' ');
    addRun(tidy, { ...run, text: kept });
  }
  for (let last = tidy.at(-1); last !== undefined; last = tidy.at(-1)) {
    last.text = last.text.trimEnd();
    if (last.text !== '') break;
    tidy.pop();
  }
  return tidy;
}

/** Changes the text of runs as if they were one; `change` may replace single signs alone. */
export function mapRuns(runs: readonly Run[], change: (text: string) => string): Run[] {
  return runs.map((run) => (run.mathml === undefined ? { ...run, text: change(run.text) } : run));
}

/** Runs in italics. Those that were are upright. Italics do not begin or end with a blank, as Markdown wants it. */
export function setItalic(runs: readonly Run[]): Run[] {
  const set: Run[] = [];
  for (const [index, { isItalic, ...run }] of runs.entries()) {
    const isFirst = runs[index - 1]?.isItalic ?? index === 0;
    const isLast = runs[index + 1]?.isItalic ?? index === runs.length - 1;
    const [, before = '', inner = '', after = ''] = /^( ?)(.*?)( ?)$/s.exec(run.text) ?? [];
    if (isItalic) addRun(set, run);
    else {
      addRun(set, { ...run, text: before, ...(!isFirst && { isItalic: true }) });
      addRun(set, { ...run, text: inner, isItalic: true });
      addRun(set, { ...run, text: after, ...(!isLast && { isItalic: true }) });
    }
  }
  return set;
}

/** The runs without their links. */
export function removeLinks(runs: readonly Run[]): Run[] {
  const plain: Run[] = [];
  for (const run of runs) {
    const bare = { ...run };
    delete bare.address;
    addRun(plain, bare);
  }
  return plain;
}

function formatRun({ text, isRaised, isLowered, isFormula }: Run): string {
  if (!isRaised && !isLowered) return text;
  const place = isRaised ? 'sup' : 'sub';
  // “nth” is read as it stands; an index is not.
  return isFormula ? shift(text, place) : (shiftSigns(text, place) ?? text);
}

/** Letters are read as they stand. */
function shiftSigns(text: string, place: 'sub' | 'sup'): string | undefined {
  return /\p{L}{2}/u.test(text) ? undefined : shiftLetters(text, place);
}

/** Ends a sentence with a full stop, unless its own last sign does for one; an empty one stays empty. */
export function closeSentence(parts: Run[]): Run[] {
  const written = parts.filter(({ text }) => text !== '');
  const last = written.at(-1)?.text ?? '.';
  return /[.?!…]['’”]?$/.test(last) ? written : [...written, plain('.')];
}

/** Sentences one after the other, with a blank between; pieces of one look that touch become one. */
export function joinSentences(sentences: readonly Run[][]): Run[] {
  const joined: Run[] = [];
  for (const [index, sentence] of sentences.entries()) {
    if (index > 0) addRun(joined, plain(' '));
    for (const part of sentence) addRun(joined, part);
  }
  return joined;
}
