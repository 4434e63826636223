import { script, type ScriptTexts } from '../words/en-script.ts';
import { formatPattern, type Pattern, type Values } from '../words/format.ts';

/** The words of scripts in a language. */
export interface ScriptWords extends ScriptTexts {
  language: string;
  /** Their direction, if it is from right to left. */
  dir?: 'rtl';
}

/** The words of scripts: those that the page has for its language, or else those of English. */
export const words: ScriptWords = readWords();

function readWords(): ScriptWords {
  const stated = document.getElementById('words')?.textContent;
  return stated === undefined ? { language: 'en', ...script } : (JSON.parse(stated) as ScriptWords);
}

/** Fills in a pattern of these words. */
export function format(pattern: Pattern, values: Values): string {
  return formatPattern(pattern, values, words.language);
}
