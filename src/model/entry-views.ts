import type { KindName } from '../kinds/registry.ts';
import { viewBuilders, type Views } from '../kinds/views.ts';
import { listEditions } from './edition.ts';
import type { Graph } from './graph.ts';

/** Builds the views of the entries of a kind, in their order. */
export function buildViews<Kind extends KindName>(
  kind: Kind,
  graph: Graph,
  address: (path: string) => string,
): Views[Kind][] {
  return graph.entries[kind].map((entry) => {
    const editions = listEditions(graph, kind, entry, address);
    const view = viewBuilders[kind].build(entry, graph, address);
    return editions.length > 0 ? { ...view, editions } : view;
  });
}
