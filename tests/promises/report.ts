import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { projectFolder } from '../../src/cli/project.ts';
import type { Attack } from './attacks.ts';
import type { Tally } from './tally.ts';

/** The result of an attack. */
export interface Result {
  attack: Attack;
  tally: Tally;
  /** The running time, in ms. */
  span: number;
}

const begin = '<!-- figures: written by “npm run promises” -->';
const end = '<!-- end of figures -->';

/** The most failures of an attack that are listed. */
const mostTold = 20;

/** Replaces the figures of these attacks on the page. Those of other attacks remain. */
export function updatePage(page: string, results: readonly Result[], seed: number): string {
  const [before, rest] = page.split(begin);
  const [last = '', after] = rest?.split(end) ?? [];
  if (before === undefined || after === undefined)
    throw new Error(`The page has no “${begin}” and “${end}” to write between.`);
  const names = results.map(({ attack }) => attack.name);
  const kept = last
    .split('\n')
    .filter((line) => findName(line) !== undefined && !names.includes(findName(line) ?? ''));
  const figures = formatResults(results, seed, kept);
  const lines = ['<!-- prettier-ignore-start -->', figures, '<!-- prettier-ignore-end -->'];
  return [before, begin, `\n\n${lines.join('\n\n')}\n\n`, end, after].join('');
}

/** Returns the attack of a line of figures. */
function findName(line: string): string | undefined {
  return /^(?:- |\|.*\()`(\w+)`/.exec(line)?.[1];
}

/** `kept` are lines about other attacks, from an earlier run. */
export function formatResults(
  results: readonly Result[],
  seed: number,
  kept: readonly string[] = [],
): string {
  const machine = `Seed ${seed}; ${availableParallelism()} cores, Node ${process.versions.node}, Astro ${readVersion('astro')}.`;
  const rows = results.map(
    ({ attack, tally, span }) =>
      `| ${attack.promise} | ${attack.tried} (\`${attack.name}\`) | ${tally.attempts} | ${tally.failures.length} | ${formatSpan(span)} |`,
  );
  const details = results.flatMap(({ attack, tally }) => {
    const figures = [...tally.figures].map(([name, value]) => `${name}: ${value}`);
    const lines = [...figures, ...tally.skipped.map((one) => `not tried: ${one}`)];
    return lines.length === 0 ? [] : [`- \`${attack.name}\`: ${lines.join('; ')}.`];
  });
  const failures = results.flatMap(({ attack, tally }) => [
    ...tally.failures
      .slice(0, mostTold)
      .map(
        ({ attempt, complaints }) =>
          `- \`${attack.name}\`: ${escape(attempt)}: ${escape(complaints[0] ?? '')}`,
      ),
    ...(tally.failures.length > mostTold
      ? [`- \`${attack.name}\`: ${tally.failures.length - mostTold} more`]
      : []),
  ]);
  return [
    machine,
    '',
    '| promise | tried | attempts | failures | time |',
    '| --- | --- | ---: | ---: | ---: |',
    ...[...kept.filter((line) => line.startsWith('|')), ...rows],
    ...(details.length > 0 ? ['', ...kept.filter((line) => line.startsWith('-')), ...details] : []),
    ...(failures.length > 0 ? ['', 'What failed:', '', ...failures] : []),
  ].join('\n');
}

function formatSpan(span: number): string {
  const seconds = Math.round(span / 1000);
  return seconds < 60 ? `${seconds} s` : `${Math.round(seconds / 60)} min`;
}

const escape = (text: string): string =>
  text.replaceAll(/[\\`*_<>[\]|{}$]/g, '\\$&').replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, ' ');

function readVersion(name: string): string {
  const file = join(projectFolder, 'node_modules', name, 'package.json');
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}
