/** Commands that set a name in another typeface. */
const name = /\\(?:math|text|operatorname|bold|bm)\w*\*?\s*\{([^{}]*)\}/g;

/** Other commands that affect only the appearance of a formula. */
const setting =
  /\\(?:(?:math|text|operatorname|bold|display|script)\w*|bm|left|right|middle|[lr][vV]ert|[bB]ig\w*|q?quad|[td]?frac|nonumber|(?:begin|end)\s*\{\w+\*?\})(?![A-Za-z])\*?/g;

/** Converts a formula to words for search: `\mathrm{softmax}(q^\top k)` → `softmax(q^top k)`. */
export function readTex(tex: string): string {
  return tex
    .replace(/\\tag\*?\s*\{[^{}]*\}/g, ' ')
    .replace(name, ' $1')
    .replace(setting, ' ')
    .replace(/\\([A-Za-z]+)/g, ' $1 ')
    .replace(/\\.|[{}&~]/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/([_^(]) | (?=[_^),.;:])/g, '$1')
    .trim();
}
