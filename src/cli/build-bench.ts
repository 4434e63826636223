import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, rmSync, writeFileSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { buildBareProject } from '../../tests/support/growth/bare-astro.ts';
import { buildPortfolio } from '../../tests/support/growth/portfolio.ts';
import { ownFolder, projectFolder } from './project.ts';

/** The usage of a build: wall clock and processor time in s, and peak memory in MB. */
interface Usage {
  wall: number;
  cpu: number;
  memory: number;
}

type State = 'cold' | 'unchanged' | 'one changed';

/** The usage of the builds of one site, by the state of its caches. */
export interface BuildCosts {
  entries: number;
  ours: Record<State, Usage>;
  bare?: Record<State, Usage>;
}

/** A site that is built several times. */
interface Subject {
  /** The folder of its source below `.cache/bench/`. */
  name: string;
  files: Record<string, string>;
  /** The file that changes, of `files`. */
  changing: string;
  /** The arguments of Node, and the folder that it runs in. */
  words: string[];
  cwd: string;
  /** Folders of the project that are deleted before the first build. */
  caches: string[];
}

/** The folder of the bench, in that of the project, so that modules are found from there. */
const benchFolder = '.cache/bench';

/** Writes the usage of the process to its fourth stream as it ends. The threads of a process load it too. */
const report =
  "import{writeSync}from'node:fs';import{isMainThread}from'node:worker_threads';" +
  "if(isMainThread)process.on('exit',()=>writeSync(3,JSON.stringify(process.resourceUsage())))";

/** Builds a portfolio and, unless `isAlone`, a bare Astro project with the same prose, each three times. */
export async function measureBuilds(entries: number, isAlone = false): Promise<BuildCosts> {
  const bare = isAlone ? undefined : await measure(describeBare(entries));
  const ours = await measure(describePortfolio(entries));
  return { entries, ours, ...(bare && { bare }) };
}

function describePortfolio(entries: number): Subject {
  const name = `portfolio-${entries}`;
  const source = `${benchFolder}/${name}`;
  const out = `${source}-site`;
  const slug = out.replaceAll('/', '-').slice(1);
  const build = ['src/cli/run.mjs', 'build', '--source', source, '--out', out];
  return {
    name,
    files: buildPortfolio(entries),
    changing: 'content/papers/entry-0.mdx',
    words: build,
    cwd: projectFolder,
    caches: [
      out,
      `.cache/astro/${slug}`,
      `.cache/made/${slug}`,
      '.cache/made/check',
      '.cache/compiled',
    ],
  };
}

function describeBare(entries: number): Subject {
  const name = `bare-${entries}`;
  const command = join(projectFolder, 'node_modules/astro/bin/astro.mjs');
  return {
    name,
    files: buildBareProject(entries),
    changing: 'content/entry-0.mdx',
    words: [command, 'build', '--silent'],
    cwd: join(projectFolder, benchFolder, name),
    caches: [],
  };
}

async function measure({ name, files, changing, words, cwd, caches }: Subject) {
  const root = ownFolder(`${benchFolder}/${name}`);
  for (const folder of [root, ...caches.map(ownFolder)])
    rmSync(folder, { recursive: true, force: true });
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }
  const cold = await run(words, cwd);
  const unchanged = await run(words, cwd);
  const text = readFileSync(join(root, changing), 'utf8');
  writeFileSync(join(root, changing), `${text}\nAnother paragraph with $y_1$.\n`);
  return { cold, unchanged, 'one changed': await run(words, cwd) };
}

async function run(words: string[], cwd: string): Promise<Usage> {
  const preload = `--import=data:text/javascript,${encodeURIComponent(report)}`;
  const begin = performance.now();
  const child = spawn(process.execPath, [preload, ...words], {
    cwd,
    stdio: ['ignore', 'ignore', 'inherit', 'pipe'],
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
  });
  let text = '';
  child.stdio[3]?.on('data', (part) => (text += String(part)));
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new Error(`A build of the bench ended with ${code}: ${words.join(' ')}`);
  const { userCPUTime, systemCPUTime, maxRSS } = JSON.parse(text) as NodeJS.ResourceUsage;
  return {
    wall: (performance.now() - begin) / 1000,
    cpu: (userCPUTime + systemCPUTime) / 1e6,
    memory: maxRSS / 1024,
  };
}

/** Ratios of ours to bare Astro, by wall clock and by processor time, and our peak memory. */
export function formatBuilds(costs: BuildCosts): string {
  const lines = (Object.keys(costs.ours) as State[]).map((state) => formatBuild(costs, state));
  return [
    `${costs.entries} entries: wall clock and processor time, with ratios to bare Astro, and peak memory`,
    ...lines,
  ].join('\n');
}

function formatBuild({ entries, ours, bare }: BuildCosts, state: State): string {
  const seconds = (value: number) => `${value.toFixed(1)} s`.padStart(8);
  const compare = (measure: 'wall' | 'cpu') => {
    const [one, other] = [ours[state][measure], bare?.[state][measure]];
    return other === undefined
      ? `${seconds(one)} (${(one / entries).toFixed(3)} s each)`
      : `${seconds(one)} to ${seconds(other)} (${(one / other).toFixed(2)})`;
  };
  return [
    state.padEnd(12),
    compare('wall'),
    compare('cpu'),
    `${ours[state].memory.toFixed(0)} MB`.padStart(8),
  ].join('  ');
}
