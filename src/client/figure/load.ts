import type { Parameters } from '../../figures/shared/parameter.ts';

/** The parameters of a figure, and those for its input where they depend on it. */
export interface Listed {
  parameters: Parameters;
  listParameters?: (input: unknown) => Parameters;
}

/** The parameters of each figure are fetched with the first of its kind on a page; its worker fetches the rest. */
const modules = import.meta.glob<Listed>('./*/parameters.ts', { base: '../../figures/' });

/** The parameters of the figure of a folder. */
export async function loadParameters(folder: string, input: unknown): Promise<Parameters> {
  const listed = await modules[`./${folder}/parameters.ts`]?.();
  if (listed === undefined) throw new Error(`There is no figure “${folder}”.`);
  return listed.listParameters?.(input) ?? listed.parameters;
}
