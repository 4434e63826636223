import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { listGaps, type UnsetField } from '../loaders/gaps.ts';
import { findInstalledBrowser } from '../pdf/browser.ts';
import { checkContent, withSnapshot } from './check.ts';
import { projectFolder } from './project.ts';
import type { Snapshot } from './snapshot.ts';

/** The state of the project and the machine. */
export interface Examination {
  /** The extent of the check, as `2 threads, 3 references`. */
  summary: string;
  faults: number;
  notices: number;
  gaps: UnsetField[];
  /** The version of Node and the path of its executable. */
  node: [version: string, file: string];
  git: string | undefined;
  browser: string | undefined;
  /** Packages whose installed version is not the pinned one. */
  wrongPackages: string[];
}

/** The most lines of next steps. */
const mostSteps = 3;

/** Whether the site can be built here: no faults, and the pinned packages. */
export function isHealthy({ faults, wrongPackages }: Examination): boolean {
  return faults === 0 && wrongPackages.length === 0;
}

/** Formats an examination as lines for a terminal: the state, unset fields, and next steps. */
export function formatExamination(examination: Examination): string[] {
  const { summary, faults, notices, gaps, node, git, browser, wrongPackages } = examination;
  const findings = [count(faults, 'fault'), ...(faults === 0 ? [count(notices, 'notice')] : [])];
  return [
    `Content   ${summary}; ${findings.join(', ')}`,
    `Node      ${node.join(', ')}`,
    `Packages  ${wrongPackages.length === 0 ? 'as pinned' : `not as pinned: ${shorten(wrongPackages)}`}`,
    `git       ${git ?? 'not found; the site does not need it'}`,
    `Browser   ${browser ?? 'not found; the tests download one'}`,
    '',
    ...formatGaps(gaps),
    '',
    'Next:',
    ...listSteps(examination).map((step) => `  ${step}`),
  ];
}

function formatGaps(gaps: readonly UnsetField[]): string[] {
  if (gaps.length === 0) return ['All optional fields are set.'];
  const width = Math.max(...gaps.map(({ field }) => field.length));
  const files = [...Map.groupBy(gaps, ({ file }) => file)].flatMap(([file, rows]) => [
    `  ${file}`,
    ...rows.map(({ field, cost }) => `    ${field.padEnd(width)}  ${cost}`),
  ]);
  return ['Not set, with the consequences:', ...files];
}

/** Returns the next steps, the most urgent first. */
function listSteps({ faults, notices, gaps, wrongPackages }: Examination): string[] {
  const steps = [
    ...(wrongPackages.length > 0 ? ['Run “npm ci”, which installs the pinned packages.'] : []),
    ...(faults > 0 ? ['Run “npm run check”, which lists the faults.'] : []),
    ...gaps.map(({ file, field }) => `Set “${field}” in ${file} once it is known.`),
    ...(faults === 0 && notices > 0 ? ['Read the notices of “npm run check”.'] : []),
  ];
  return steps.length > 0 ? steps.slice(0, mostSteps) : ['Nothing. Keep writing.'];
}

function count(amount: number, thing: string): string {
  return `${amount || 'no'} ${thing}${amount === 1 ? '' : 's'}`;
}

function shorten(names: readonly string[]): string {
  return names.slice(0, 3).join(', ') + (names.length > 3 ? ', …' : '');
}

/** Examines the project and the machine. Changes nothing and uses no network. */
async function examine({ root, faults: refused }: Snapshot): Promise<Examination> {
  const { summary, faults, notices } = await checkContent(root, refused);
  return {
    summary,
    faults: faults.length,
    notices: notices.length,
    gaps: listGaps(root),
    node: [process.versions.node, relative(projectFolder, process.execPath)],
    git: findGit(),
    browser: findBrowser(),
    wrongPackages: listWrongPackages(),
  };
}

function findGit(): string | undefined {
  const { status, stdout } = spawnSync('git', ['--version'], { encoding: 'utf8' });
  return status === 0 ? stdout.replace('git version', '').trim() : undefined;
}

function findBrowser(): string | undefined {
  try {
    const browser = findInstalledBrowser();
    return browser && `${browser.executablePath} (${browser.origin})`;
  } catch (error) {
    return (error as Error).message;
  }
}

function listWrongPackages(): string[] {
  const read = (file: string) =>
    JSON.parse(readFileSync(join(projectFolder, file), 'utf8')) as Record<string, unknown>;
  const { dependencies, devDependencies } = read('package.json');
  const pinned = Object.entries({ ...(dependencies as object), ...(devDependencies as object) });
  return pinned.flatMap(([name, version]) => {
    const file = `node_modules/${name}/package.json`;
    const isThere = existsSync(join(projectFolder, file)) && read(file).version === version;
    return isThere ? [] : [name];
  });
}

/** `npm run doctor` */
export async function run({ source }: { source?: string }): Promise<number> {
  const examination = await withSnapshot(source, examine);
  console.log(formatExamination(examination).join('\n'));
  return isHealthy(examination) ? 0 : 1;
}
