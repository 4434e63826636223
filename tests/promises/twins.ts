import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { quote, runCommand } from './command.ts';
import { createScratch, digest, listBytes, listDifferences } from './scratch.ts';

/** Two contents that differ in one title, in one project; each makes a site of its own. */
export type Twin = 'one' | 'other';

/** A command that builds, and the folder that it builds into. */
export const builds = {
  named: { args: ['build'], folder: 'dist' },
  anonymous: { args: ['build', '--anonymous'], folder: 'dist-anonymous' },
};

export type BuildName = keyof typeof builds;

const changed = 'content/papers/titan.mdx';
const titles: Record<Twin, string> = { one: 'title: Titan', other: 'title: Titan, Again' };

/** Changes the content by one rename of one file: whoever reads it sees the one or the other. */
export function writeTwin(root: string, twin: Twin): void {
  const file = join(root, changed);
  const text = readFileSync(file, 'utf8').replace(/^title: .*$/m, titles[twin]);
  writeFileSync(join(root, 'next.mdx'), text);
  renameSync(join(root, 'next.mdx'), file);
}

/** A project whose undisturbed builds are known. */
export interface Bench {
  root: string;
  /** The bytes of each site, by what builds it and from which content. */
  digests: Record<BuildName, Record<Twin, string>>;
  /** What a build takes when nothing disturbs it, in ms. */
  span: number;
}

/** A project, after each build of each content. */
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

/** Runs `work`, and complains where a file of the author is not as it was. */
export async function holdContent(root: string, work: () => Promise<string[]>): Promise<string[]> {
  const before = listBytes(join(root, 'content'));
  const complaints = await work();
  const lost = listDifferences(before, listBytes(join(root, 'content')));
  return [...complaints, ...lost.map((path) => `content/${path} is not as it was`)];
}
