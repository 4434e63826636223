/** A text in the forms that a language has for a count, by the categories of `Intl.PluralRules`. */
export interface Plural {
  zero?: string;
  one?: string;
  two?: string;
  few?: string;
  many?: string;
  other: string;
}

/** A text, or its forms for a count. `{name}` stands for a value. */
export type Pattern = string | Plural;

/** The values of a pattern. `count` chooses its form. */
export type Values = Readonly<Record<string, string | number>>;

/** Fills in a pattern. */
export function formatPattern(pattern: Pattern, values: Values, language: string): string {
  const form = chooseForm(pattern, values.count, language);
  return form.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`“${form}” has no value for {${name}}.`);
    return String(value);
  });
}

function chooseForm(pattern: Pattern, count: string | number | undefined, language: string) {
  if (typeof pattern === 'string') return pattern;
  return pattern[new Intl.PluralRules(language).select(Number(count))] ?? pattern.other;
}

/** The texts before and after the one place of a pattern, where a page has an element. */
export function splitPattern(pattern: string): [before: string, after: string] {
  const [before = '', after = ''] = pattern.split(/\{\w+\}/);
  return [before, after];
}
