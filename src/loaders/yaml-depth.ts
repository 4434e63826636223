/** More levels than any field has. The YAML parser recurses for each. */
const mostLevels = 50;

export const tooDeep = {
  rule: 'too-deep' as const,
  expected: `at most ${mostLevels} nested levels of lists and fields`,
  fix: 'Remove levels. The fields of an entry need at most five.',
};

/** Returns the offset of the first level of `yaml` that is nested too deeply, or undefined. */
export function findDeepLevel(yaml: string): number | undefined {
  /** The columns of the open levels. */
  const columns: number[] = [];
  let brackets = 0;
  for (const { 0: line, index } of yaml.matchAll(/^.*\S.*$/gm)) {
    const column = line.search(/\S/);
    if (column === 0) brackets = 0;
    while ((columns.at(-1) ?? -1) >= column) columns.pop();
    columns.push(column);
    const [signs = ''] = /^(?:\s*[-?:](?=\s|$))*/.exec(line) ?? [];
    if (columns.length + signs.replace(/\s/g, '').length > mostLevels) return index + column;
    for (const { 0: bracket, index: at } of line.matchAll(/[[\]{}]/g)) {
      brackets = Math.max(brackets + ('[{'.includes(bracket) ? 1 : -1), 0);
      if (brackets > mostLevels) return index + at;
    }
  }
  return undefined;
}
