import { runAttacks } from '../../tests/promises/run.ts';
import { UsageError } from './command-error.ts';

/** `npm run promises`: attacks the promises of the site, on copies of the project. */
export async function run(
  options: { short?: boolean; seed?: string },
  attacks: string[],
): Promise<number> {
  const { short = false, seed = '1' } = options;
  if (!/^\d{1,6}$/.test(seed))
    throw new UsageError(
      `The seed must be a number of up to six digits, such as --seed 7, not “${seed}”.`,
    );
  return (await runAttacks({ isShort: short, only: attacks, seed: Number(seed) })) ? 0 : 1;
}
