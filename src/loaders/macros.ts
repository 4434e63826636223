import type { Fault } from '../lib/fault.ts';
import { dollars } from '../lib/inline.ts';
import { buildMacros, countArguments, expandTex, isMacro } from '../lib/tex/macros.ts';
import { MacroError } from '../lib/tex/reader.ts';
import { checkTex } from './body/math.ts';
import { contentFiles } from './files.ts';
import { getValue } from './source.ts';
import { readTextFile } from './text-file.ts';
import { parseYaml, type YamlSource } from './yaml.ts';

/** A cache of the last result: every entry's text asks for it. */
let last: { text: string; macros: Readonly<Record<string, string>> } = { text: '', macros: {} };

/** Loads the macros of `content/site.yaml` below `root`: their TeX by name. Wrong ones are left out. */
export function loadMacros(root: string): Readonly<Record<string, string>> {
  const { text = '' } = readTextFile(root, contentFiles.site);
  if (text === last.text) return last.macros;
  last = { text, macros: readMacros(parseYaml(text, contentFiles.site)) };
  return last.macros;
}

function readMacros({ data }: YamlSource): Readonly<Record<string, string>> {
  const fields = getValue(data, ['macros']);
  const pairs = typeof fields === 'object' && fields !== null ? Object.entries(fields) : [];
  return Object.fromEntries(
    pairs.filter((pair): pair is [string, string] => isMacro(pair[0], pair[1])),
  );
}

/** Finds macros with commands that KaTeX does not know. One may hold half of a formula, so nothing else is wrong. */
export function checkMacros(source: YamlSource): Fault[] {
  const macros = readMacros(source);
  return Object.entries(macros).flatMap(([name, tex]): Fault[] => {
    const call = `\\${name.replace(/^\\/, '')}${'{x}'.repeat(countArguments(tex))}`;
    const fault = checkTex(call, macros).find(({ expected }) =>
      /Undefined control sequence|contains itself/.test(expected),
    );
    if (fault === undefined) return [];
    const { rule, expected, fix } = fault;
    return [{ rule, ...source.locate(['macros', name]), expected, fix }];
  });
}

/** Replaces the macros in the formulas of fields, which are then read without the settings. */
export function expandFields<Value>(value: Value, macros: Readonly<Record<string, string>>): Value {
  if (typeof value === 'string')
    return (/\$[^]*\\[^]*\$/.test(value) ? expandFormulas(value, macros) : value) as Value;
  if (Array.isArray(value)) return value.map((one: unknown) => expandFields(one, macros)) as Value;
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  const pairs: [string, unknown][] = Object.entries(value);
  const fields = pairs.map(([name, one]) => [name, expandFields(one, macros)]);
  return Object.fromEntries(fields) as Value;
}

function expandFormulas(text: string, macros: Readonly<Record<string, string>>): string {
  return text.replace(dollars, (formula: string, _: unknown, signs: string | undefined) => {
    if (signs === undefined) return formula;
    const tex = formula.slice(signs.length, -signs.length);
    try {
      return signs + expandTex(tex, buildMacros(macros)).text + signs;
    } catch (error) {
      if (error instanceof MacroError) return formula;
      throw error;
    }
  });
}
