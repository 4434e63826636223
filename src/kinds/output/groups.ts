import { outputTypeNames, outputTypes } from './type.ts';
import type { Words } from '../../words/words.ts';
import type { OutputView } from './view.ts';

/** Groups outputs by type. */
export function groupOutputs(outputs: readonly OutputView[], words: Words) {
  return outputTypeNames
    .map((name) => ({
      id: outputTypes[name].part,
      title: words.output.groups[name],
      entries: outputs.filter(({ type }) => type === name),
    }))
    .filter(({ entries }) => entries.length > 0);
}
