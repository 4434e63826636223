import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { writtenSites } from '../../tests/support/sites.ts';
import { UsageError } from './command-error.ts';
import { projectFolder } from './project.ts';

/** A build for the tests, by the command that makes it. */
interface TestBuild {
  command: 'build' | 'pdf';
  folder: string;
  base: string;
  source: string;
  address?: string;
  /** More options of the command. */
  options?: string[];
  /** Writes the source, if it is generated. */
  write?: (root: string) => void;
}

/**
 * The sites that the tests use: the first author's site without an address, and with one in a
 * folder of its host; the example of all features, and the same made anonymous, with an author whose
 * name is an ordinary word there; sites of other authors; and the other examples. None is `content/`,
 * which its author may change: `npm run verify` checks that.
 */
export const testBuilds: TestBuild[] = [
  {
    command: 'build',
    folder: '.cache/test/root',
    base: '/',
    source: 'tests/fixtures/original',
    address: '/',
  },
  {
    command: 'pdf',
    folder: '.cache/test/portfolio',
    base: '/portfolio/',
    source: 'tests/fixtures/original',
    address: 'https://example.org/portfolio',
  },
  {
    command: 'pdf',
    folder: '.cache/test/example',
    base: '/example/',
    source: 'examples/showcase',
  },
  {
    command: 'pdf',
    folder: '.cache/test/anonymous',
    base: '/',
    source: 'examples/showcase',
    options: ['--anonymous', '--without-venues', '--allow', 'example', '--allow', 'examples'],
  },
  ...writtenSites.map(({ name, base, write }) => ({
    command: 'pdf' as const,
    folder: `.cache/test/${name}`,
    base,
    source: `.cache/test/sites/${name}`,
    write,
  })),
  ...['biology', 'history'].map((name) => {
    const [folder, source] = [`.cache/test/${name}`, `examples/${name}`];
    return { command: 'build' as const, folder, base: `/${name}/`, source };
  }),
];

interface TestCount {
  passed: number;
  failed: number;
}

interface TestStep {
  step: string;
  /** A script and its arguments for Node. */
  command: string[];
  /** Reads the number of tests from the output. Without it, the step is one test. */
  count?: (output: string) => TestCount;
  /** The beginning of the shown summary. Without it, all output is shown. */
  closing?: RegExp;
}

const countNodeTests = (output: string): TestCount => ({
  passed: sum(output, /^ℹ pass (\d+)$/gm),
  failed: sum(output, /^ℹ (?:fail|cancelled) (\d+)$/gm),
});

const countBrowserTests = (output: string): TestCount => ({
  passed: sum(output, /^ {2}(\d+) passed/gm),
  failed: sum(output, /^ {2}(\d+) (?:failed|flaky|interrupted|did not run)/gm),
});

const countAttempts = (output: string): TestCount => ({
  passed: sum(output, /^(\d+) passed, \d+ failed$/gm),
  failed: sum(output, /^\d+ passed, (\d+) failed$/gm),
});

const runNodeTests = (step: string, ...patterns: string[]): TestStep => ({
  step,
  command: [
    '--import=./tests/support/fast-check.ts',
    '--test',
    '--test-reporter=spec',
    ...patterns,
  ],
  count: countNodeTests,
  closing: /^ℹ tests /m,
});

const checks: TestStep[] = [
  { step: 'types', command: ['tests/support/check-types.ts'] },
  { step: 'lint', command: ['node_modules/eslint/bin/eslint.js', '-c', 'tests/eslint.config.js'] },
  { step: 'format', command: ['node_modules/prettier/bin/prettier.cjs', '--check', '.'] },
  runNodeTests('unit', 'tests/unit/**/*.test.ts'),
  ...testBuilds.map(({ command, folder, source, address, options = [] }) => ({
    step: 'build',
    command: [
      ...['src/cli/run.mjs', command, '--out', folder, '--source', source],
      ...(address === undefined ? [] : ['--address', address]),
      ...options,
    ],
  })),
  runNodeTests('html', 'tests/build/**/*.test.ts', 'tests/budgets/**/*.test.ts'),
  {
    step: 'browser',
    command: ['node_modules/@playwright/test/cli.js', 'test', '-c', 'tests/playwright.config.ts'],
    count: countBrowserTests,
  },
  {
    step: 'promises',
    command: ['src/cli/run.mjs', 'promises', '--short'],
    count: countAttempts,
    closing: /^Seed /m,
  },
];

const steps = [...new Set(checks.map(({ step }) => step))];
const needBuild = ['html', 'browser'];

/**
 * `npm test [-- step …]`: runs all steps, or the given ones. If one fails, the others still run.
 */
export async function run(_: object, names: readonly string[]): Promise<number> {
  const unknown = names.filter((name) => !steps.includes(name));
  if (unknown.length > 0)
    throw new UsageError(
      `There is no step ${unknown.join(', ')}. The steps are: ${steps.join(', ')}.`,
    );
  const chosen = new Set(names.length > 0 ? names : steps);
  if (needBuild.some((step) => chosen.has(step))) chosen.add('build');
  // A failed build leaves the last one in place, which must not be tested instead.
  if (chosen.has('build')) prepareBuilds();

  const total: TestCount = { passed: 0, failed: 0 };
  let isBuilt = true;
  for (const check of checks.filter(({ step }) => chosen.has(step))) {
    const { step } = check;
    console.log(`\n── ${step}`);
    const isPossible = isBuilt || !needBuild.includes(step);
    if (!isPossible) console.log('Not run, because the site was not built.');
    const { passed, failed } = isPossible ? await runCheck(check) : { passed: 0, failed: 1 };
    if (step === 'build' && failed > 0) isBuilt = false;
    total.passed += passed;
    total.failed += failed;
  }
  console.log(`\n${total.passed} passed, ${total.failed} failed`);
  return total.failed > 0 ? 1 : 0;
}

function prepareBuilds(): void {
  rmSync(join(projectFolder, '.cache/test'), { recursive: true, force: true });
  for (const { source, write } of testBuilds) write?.(join(projectFolder, source));
}

async function runCheck({ command, count, closing }: TestStep): Promise<TestCount> {
  const { output, succeeded } = await runNode(command);
  const start = closing ? Math.max(output.search(closing), 0) : 0;
  console.log(output.slice(start).trim());
  const { passed, failed } = count?.(output) ?? { passed: succeeded ? 1 : 0, failed: 0 };
  return { passed, failed: succeeded ? failed : Math.max(failed, 1) };
}

async function runNode(args: string[]): Promise<{ output: string; succeeded: boolean }> {
  const child = spawn(process.execPath, args, {
    cwd: projectFolder,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  const [code] = (await once(child, 'close')) as [number | null];
  return { output: stripVTControlCharacters(output), succeeded: code === 0 };
}

function sum(output: string, pattern: RegExp): number {
  return [...output.matchAll(pattern)].reduce((total, [, count]) => total + Number(count), 0);
}
