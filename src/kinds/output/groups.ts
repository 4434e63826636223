import { outputTypeNames, outputTypes } from './type.ts';
import type { OutputView } from './view.ts';

/** Groups outputs by type. */
export function groupOutputs(outputs: readonly OutputView[]) {
  return outputTypeNames
    .map((name) => ({
      id: outputTypes[name].part,
      title: outputTypes[name].plural,
      entries: outputs.filter(({ type }) => type === name),
    }))
    .filter(({ entries }) => entries.length > 0);
}
