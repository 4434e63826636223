import { joinWords } from '../shared/list.ts';
import { formatWhole } from '../shared/number.ts';
import { listSites, type Site } from './sites.ts';
import { settings, type Model } from './settings.ts';

/** The name of a transformer by the number of its tasks. */
export const modelNames: Readonly<Record<Model, string>> = {
  few: `${formatWhole(settings.few.tasks)} tasks`,
  many: `${formatWhole(settings.many.tasks)} tasks`,
};

export const sites = listSites(settings.few.shape);

/** “head 2 of layer 1”, or “all of layer 1”. */
export function nameSite({ layer, part }: Site): string {
  return `${part} of layer ${layer}`;
}

/** Components, as “head 2 of layer 1 and MLP of layer 2”. */
export function nameComponents(components: readonly number[]): string {
  if (components.length === 0) return 'none';
  const names = sites
    .filter(
      (site) =>
        site.components.length === 1 && site.components.some((one) => components.includes(one)),
    )
    .map(nameSite);
  return joinWords(names);
}
