import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { median } from 'd3-array';
import { bibliography } from '../../tests/support/growth/bibliography.ts';
import { fields } from '../../tests/support/growth/fields.ts';
import type { Generator } from '../../tests/support/growth/generator.ts';
import { prose } from '../../tests/support/growth/prose.ts';
import { site } from '../../tests/support/growth/site.ts';
import { formatFaults } from '../lib/fault.ts';
import { checkContent } from './check.ts';
import { projectFolder } from './project.ts';

/** The most allowed ratio of times for ten times the content. */
const mostGrowth = 12;

/** Shorter times, in ms, are dominated by noise. */
const leastTime = 20;

const base = join(projectFolder, 'tests/fixtures/faults/base/content');

/** How the time of a check grows with one kind of content. */
interface Growth {
  name: string;
  /** The number of repeated pieces in the content. */
  n: number;
  /** Times in ms, for `n` and ten times as many. */
  times: [number, number];
}

/** Measures the check of each kind of content at some size and at ten times that size. */
export async function measureGrowth(): Promise<Growth[]> {
  const all: Growth[] = [];
  for (const generator of [...prose, ...fields, ...bibliography, ...site])
    all.push(await measure(generator));
  return all;
}

export function formatGrowth(all: readonly Growth[]): string {
  const rows = all
    .map(({ name, n, times: [one, ten] }) => ({ name, n, one, ten, ratio: ten / one }))
    .toSorted((a, b) => b.ratio - a.ratio);
  const lines = rows.map(({ name, n, one, ten, ratio }) =>
    [ratio.toFixed(1).padStart(6), one.toFixed(0).padStart(6), ten.toFixed(0).padStart(6)]
      .join('  ')
      .concat(`  ${name} (${n})`),
  );
  const within = rows.filter(({ ratio }) => ratio <= mostGrowth).length;
  return [
    'Ten times the content: how many times as long a check takes, and ms for both',
    ...lines,
    `${within} of ${rows.length} kinds take at most ${mostGrowth} times as long.`,
  ].join('\n');
}

async function measure(generator: Generator): Promise<Growth> {
  let { n } = generator;
  await check(generator, n);
  // Enlarges content that is too quick, up to the limits of the check.
  while ((await check(generator, n)) < leastTime && n < 20 * generator.n) n *= 2;
  const repeat = async (size: number) => {
    const times: number[] = [];
    for (let count = 0; count < 3; count++) times.push(await check(generator, size));
    return median(times) ?? NaN;
  };
  return { name: generator.name, n, times: [await repeat(n), await repeat(10 * n)] };
}

/** Returns the CPU time of a check with its report, in ms. */
async function check({ build }: Generator, n: number): Promise<number> {
  const root = mkdtempSync(join(tmpdir(), 'growth-'));
  try {
    cpSync(base, join(root, 'content'), { recursive: true });
    for (const [file, text] of Object.entries(build(n))) {
      mkdirSync(dirname(join(root, file)), { recursive: true });
      writeFileSync(join(root, file), text);
    }
    const start = process.threadCpuUsage();
    formatFaults((await checkContent(root)).faults);
    const { user, system } = process.threadCpuUsage(start);
    return (user + system) / 1000;
  } finally {
    rmSync(root, { recursive: true });
  }
}
