import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { UsageError } from '../../src/cli/command-error.ts';
import { projectFolder } from '../../src/cli/project.ts';
import { attacks, scales } from './attacks.ts';
import { formatResults, updatePage, type Result } from './report.ts';
import { createRecorder } from './tally.ts';

const page = join(projectFolder, 'docs/promises.md');

export interface PromiseOptions {
  seed: number;
  isShort: boolean;
  /** The names of the attacks to make. Empty means all. */
  only: readonly string[];
}

/**
 * Makes the attacks, prints the results, and returns whether all succeeded. Results of full size
 * and seed 1 are written to the documentation.
 */
export async function runAttacks({ seed, isShort, only }: PromiseOptions): Promise<boolean> {
  process.once('SIGINT', () => process.exit(130));
  const names = attacks.map(({ name }) => name);
  const unknown = only.filter((name) => !names.includes(name));
  if (unknown.length > 0)
    throw new UsageError(
      `There is no attack ${unknown.join(', ')}. The attacks are: ${names.join(', ')}.`,
    );
  const scale = isShort ? scales.short : scales.full;
  const results: Result[] = [];
  // Only checked mutants are known to be clean.
  const chosen = attacks.filter(
    ({ name }) =>
      only.length === 0 || only.includes(name) || (name === 'mutants' && only.includes('clean')),
  );
  for (const attack of chosen) {
    const start = performance.now();
    console.log(`\n${attack.name}: ${attack.tried}`);
    const tally = createRecorder(attack.name, seed);
    await tally.make(() => attack.run(tally, seed, scale));
    const span = performance.now() - start;
    const { attempts, failures } = tally;
    console.log(
      `  ${attempts} attempts, ${failures.length} failures, ${Math.round(span / 1000)} s`,
    );
    results.push({ attack, tally, span });
  }
  console.log(`\n${formatResults(results, seed)}`);
  const failed = results.reduce((sum, { tally }) => sum + tally.failures.length, 0);
  const tried = results.reduce((sum, { tally }) => sum + tally.attempts, 0);
  console.log(`\n${tried - failed} passed, ${failed} failed`);
  if (failed > 0) console.log('What is needed to see each failure again is in .cache/promises/.');
  if (!isShort && seed === 1)
    writeFileSync(page, updatePage(readFileSync(page, 'utf8'), results, seed));
  return failed === 0;
}
