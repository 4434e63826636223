import { findKind } from '../../bibliography/kind.ts';
import type { NamedAuthor } from '../../model/entry.ts';
import type { Graph } from '../../model/graph.ts';
import { buildPeople } from './people.ts';
import type { Paper } from './schema.ts';

/** Those who made a work beside its authors, in one role. */
export interface Contributors {
  role: 'editor' | 'bookEditor' | 'translator';
  people: NamedAuthor[];
  /** Whether there are more. */
  hasMore: boolean;
}

/**
 * The editors and translators of a work of `content/own.bib`. The editors are those of a book, or of the book that it is
 * a chapter of. Those of proceedings are in its reference alone.
 */
export function listContributors({ work }: Pick<Paper, 'work'>, graph: Graph): Contributors[] {
  if (work === undefined) return [];
  const { editors = [], hasMoreEditors = false } = work;
  const { translators = [], hasMoreTranslators = false } = work;
  const kind = findKind(work);
  const edited = kind === 'book' || kind === 'chapter' ? editors : [];
  const all: Contributors[] = [
    {
      role: kind === 'chapter' ? 'bookEditor' : 'editor',
      people: buildPeople(edited, graph),
      hasMore: hasMoreEditors,
    },
    {
      role: 'translator',
      people: buildPeople(translators, graph),
      hasMore: hasMoreTranslators,
    },
  ];
  return all.filter(({ people }) => people.length > 0);
}
