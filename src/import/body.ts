import { buildLocation } from '../loaders/source.ts';
import { createSectionLabels } from '../lib/label.ts';
import { code, codeMarks, fenceIndentedCode, math, mathMarks } from './code-marks.ts';
import { readText, type Document } from './document.ts';
import { leave, type Draft } from './draft.ts';
import { alertMark, convertDivisions, pandocMarks, renameSections } from './fenced-marks.ts';
import { moveFootnotes } from './footnotes.ts';
import { htmlMarks, removeDivisions } from './html-marks.ts';
import { hugoMarks } from './hugo-marks.ts';
import { liquidMarks } from './liquid-marks.ts';
import { linkFiles, type EntryFiles } from './links.ts';
import { applyMarks, type Mark } from './marks.ts';

/** The marks of each program, before those that all have. */
export const dialects = {
  liquid: liquidMarks,
  hugo: hugoMarks,
  pandoc: pandocMarks,
} as const satisfies Record<string, readonly Mark[]>;

export type Dialect = keyof typeof dialects;

/** Signs for parts that are not read, from the private characters of Unicode. */
const [opening, closing] = ['\uE000', '\uE001'];

/** Converts the prose of a text, and collects the files that it links to. */
export function convertBody(
  draft: Draft,
  document: Document,
  dialect: Dialect,
  files: EntryFiles,
): string {
  const seen = new Map<string, number>();
  const tell = (words: string, reason = 'this site has no form for it.') => {
    const [line = ''] = words.trim().split('\n');
    // Equal marks are listed in their order, and each once.
    const at = document.body.indexOf(line, seen.get(line) ?? 0);
    if (at < 0 && seen.has(line)) return;
    seen.set(line, at + 1);
    const place = buildLocation(document.file, document.body, Math.max(at, 0));
    leave(draft, document.file, place.line, `${line}: ${reason}`);
  };
  const kept: string[] = [];
  const keep = (words: string) => `${opening}${kept.push(words) - 1}${closing}`;
  const restore = (text: string): string =>
    text.replace(new RegExp(`${opening}(\\d+)${closing}`, 'g'), (_, index: string) =>
      restore(kept[Number(index)] ?? ''),
    );

  const coded = applyMarks(fenceIndentedCode(document.body.trimStart()), codeMarks, tell).replace(
    code,
    (words) => keep(convertCell(words, tell)),
  );
  const formulas = applyMarks(coded, mathMarks, tell).replace(math, keep);
  const named = renameSections(formulas, (title) => createSectionLabels()(title, title).key);
  const divided = convertDivisions(moveFootnotes(named), (words) => tell(restore(words)));
  const own = applyMarks(divided, [...dialects[dialect], alertMark], (words) =>
    tell(restore(words)),
  );
  const plain = removeDivisions(applyMarks(own, htmlMarks, (words) => tell(restore(words))));
  const literal = escapeLiterals(plain, /\.mdx$/i.test(document.file));
  const linked = linkFiles(draft, document, literal, files);
  return restore(
    shiftHeadings(linked, readText(document.fields.title))
      .replace(/[ \t]+$/gm, '')
      .replace(/\n{3,}/g, '\n\n')
      .trim(),
  );
}

/** Escapes the signs of MDX that were letters. Marks of other programs stay as they are, so that a check finds them. */
function escapeLiterals(text: string, isMdx: boolean): string {
  const addressed = text.replace(
    /<((?:https?:\/\/|mailto:)[^\s<>]+)>/g,
    (_, address: string) => `[${address.replace(/^mailto:/, '')}](${address})`,
  );
  if (isMdx) return addressed;
  const sign = /\{\{[^]*?\}\}|\{%[^]*?%\}|(?<!\\)[{}]|(?<!\\)<(?![a-z/!])/gi;
  return addressed.replace(sign, (words) => (words.length > 1 ? words : `\\${words}`));
}

/** A cell of Quarto is code without its result. */
function convertCell(words: string, tell: (words: string, reason: string) => void): string {
  const [, mark = '', language = ''] = /^(`{3,})\{(\w+)[^}\n]*\}/.exec(words) ?? [];
  if (language === '') return words;
  tell(words, 'the code is kept, but its result is in no file.');
  return words.replace(/^.*\n/, `${mark}${language}\n`).replace(/^#\|.*\n/gm, '');
}

/** The title of a page is its first heading, so headings begin at the second level. */
function shiftHeadings(text: string, title: string): string {
  const [, first = '', rest = text] = /^\s*# (.+)\n([^]*)$/.exec(text) ?? [];
  const body = first.trim() === title ? rest : text;
  return /^# /m.test(body) ? body.replace(/^#{1,5} /gm, '#$&') : body;
}
