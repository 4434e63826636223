import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { quote, runCommand } from './command.ts';
import { createScratch, digest, listBytes, listDifferences } from './scratch.ts';

/** Two contents of one project that differ in one title, each with its own site. */
export type Twin = 'one' | 'other';

/** A build command and its output folder. */
export const builds = {
  named: { args: ['build'], folder: 'dist' },
  anonymous: { args: ['build', '--anonymous'], folder: 'dist-anonymous' },
};

export type BuildName = keyof typeof builds;

const changed = 'content/papers/titan.mdx';
const titles: Record<Twin, string> = { one: 'title: Titan', other: 'title: Titan, Again' };

/** Changes the content by one atomic rename: readers see the one or the other. */
export function writeTwin(root: string, twin: Twin): void {
  const file = join(root, changed);
  const text = readFileSync(file, 'utf8').replace(/^title: .*$/m, titles[twin]);
  writeFileSync(join(root, 'next.mdx'), text);
  renameSync(join(root, 'next.mdx'), file);
}

/** A project whose undisturbed builds are known. */
export interface Bench {
  root: string;
  /** The digest of each site, by build and content. */
  digests: Record<BuildName, Record<Twin, string>>;
  /** The time of an undisturbed build, in ms. */
  span: number;
}

/** Creates a project and runs each build of each content. */
export async function createBench(names: readonly BuildName[] = ['named']): Promise<Bench> {
  const root = createScratch();
  const digests: Bench['digests'] = {
    named: { one: '', other: '' },
    anonymous: { one: '', other: '' },
  };
  let least = Infinity;
  for (const twin of ['other', 'one'] as const) {
    writeTwin(root, twin);
    for (const name of names) {
      const { code, output, span } = await runCommand(root, builds[name].args);
      if (code !== 0) throw new Error(`An undisturbed build fails: ${quote(output)}`);
      digests[name][twin] = digest(join(root, builds[name].folder));
      least = Math.min(least, span);
    }
  }
  return { root, digests, span: least };
}

/** Runs `work`, and complains if one of the author's files has changed. */
export async function holdContent(root: string, work: () => Promise<string[]>): Promise<string[]> {
  const before = listBytes(join(root, 'content'));
  const complaints = await work();
  const lost = listDifferences(before, listBytes(join(root, 'content')));
  return [...complaints, ...lost.map((path) => `content/${path} is not as it was`)];
}
