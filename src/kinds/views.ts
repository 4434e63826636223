import type { EntryView, PagePart } from '../model/entry.ts';
import type { Entry, Graph } from '../model/graph.ts';
import { groupPapers } from './paper/years.ts';
import { buildPaper, type PaperView } from './paper/view.ts';
import { groupOutputs } from './output/groups.ts';
import { buildOutput, type OutputView } from './output/view.ts';
import type { KindData, KindName } from './registry.ts';
import type { Words } from '../words/words.ts';
import { groupThreads } from './thread/groups.ts';
import { buildThread, type ThreadView } from './thread/view.ts';

/** The views of entries by kind. */
export interface Views {
  thread: ThreadView;
  paper: PaperView;
  output: OutputView;
}

/** The way from the entries of a kind to their views. */
interface ViewBuilder<Data, View extends EntryView> {
  /** Builds the view of an entry. `address` turns a path from the site's root into an address. */
  build: (entry: Entry<Data>, graph: Graph, address: (path: string) => string) => View;
  /** The parts of the Research page that show entries of the kind. */
  group: (views: readonly View[], words: Words) => Part<View>[];
  /** The parts of a long list of them. */
  list: (views: readonly View[], words: Words) => Part<View>[];
}

/** Entries under a heading. */
export type Part<View = EntryView> = PagePart & { entries: readonly View[] };

export const viewBuilders: { [Kind in KindName]: ViewBuilder<KindData<Kind>, Views[Kind]> } = {
  thread: { build: buildThread, group: groupThreads, list: groupThreads },
  paper: {
    build: buildPaper,
    group: (entries, words) => [{ id: 'papers', title: words.kinds.paper.plural, entries }],
    list: groupPapers,
  },
  output: {
    build: buildOutput,
    group: (entries, words) => [{ id: 'outputs', title: words.kinds.output.plural, entries }],
    list: groupOutputs,
  },
};
