import { readDay, type CitationFacts } from '../../metadata/citation-facts.ts';
import { buildLicence } from './licence.ts';
import type { OutputView } from './view.ts';

/** The facts of an output in `CITATION.cff`: those of its newest version. */
export function listOutputCitationFacts(output: OutputView): CitationFacts {
  const { versions, date, license, repository, isGiven } = output;
  const [newest] = versions;
  return {
    version: newest?.version,
    license: license && listLicences(license.title),
    // The day of a talk is no day of a release.
    'date-released': isGiven ? undefined : readDay((newest?.date ?? date)?.iso),
    'repository-code': repository,
  };
}

/** The format has identifiers of SPDX, of which one can be chosen, and no other expression. */
function listLicences(expression: string): string | string[] | undefined {
  const ids = expression.split(' OR ');
  if (ids.some((id) => buildLicence(id).address === undefined)) return undefined;
  return ids.length > 1 ? ids : expression;
}
