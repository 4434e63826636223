import { mkdirSync, rmSync, writeFileSync, cpSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../../src/cli/project.ts';

/** A broken promise. */
export interface Failure {
  /** The name of the attempt. */
  attempt: string;
  complaints: string[];
}

/** The attempts on one promise and their results. */
export interface Tally {
  attempts: number;
  failures: Failure[];
  /** Attempts that this machine does not support, with the reason. */
  skipped: string[];
  /** Additional figures by name. */
  figures: Map<string, string>;
}

export interface Recorder extends Tally {
  /** Makes a whole attack. An attack that throws has failed. */
  make: (attack: () => Promise<void>) => Promise<void>;
  /** Makes an attempt. Returned or thrown messages are failures, for which `kept` is saved. */
  attempt: (name: string, make: () => Promise<string[]> | string[], kept?: Kept) => Promise<void>;
}

/**
 * The saved evidence of a failure: files by name, or a folder that holds `content/` and `public/`.
 */
export type Kept = string | (() => Record<string, string | Uint8Array>);

const keptFolder = join(projectFolder, '.cache/promises');

export function createRecorder(attack: string, seed: number): Recorder {
  const folder = join(keptFolder, attack);
  rmSync(folder, { recursive: true, force: true });
  const tally: Tally = { attempts: 0, failures: [], skipped: [], figures: new Map() };
  return Object.assign(tally, {
    make: async (attack: () => Promise<void>) => {
      const complaints = await settle(async () => {
        await attack();
        return [];
      });
      if (complaints.length === 0) return;
      tally.attempts += 1;
      tally.failures.push({ attempt: 'the attack', complaints });
      console.log(`  ✗ ${complaints.join('\n')}`);
    },
    attempt: async (name: string, make: () => Promise<string[]> | string[], kept?: Kept) => {
      tally.attempts += 1;
      const complaints = await settle(make);
      if (complaints.length === 0) return;
      tally.failures.push({ attempt: name, complaints });
      const place = join(folder, String(tally.failures.length));
      const again = `npm run promises -- ${attack} --seed ${seed}`;
      console.log(`  ✗ ${name}\n${complaints.map((one) => `    ${one}`).join('\n')}`);
      keep(place, kept, [name, ...complaints, '', `Made by: ${again}`].join('\n'));
    },
  });
}

async function settle(make: () => Promise<string[]> | string[]): Promise<string[]> {
  try {
    return await make();
  } catch (error) {
    return [`the attempt itself ended with ${(error as Error).stack ?? String(error)}`];
  }
}

function keep(place: string, kept: Kept | undefined, report: string): void {
  mkdirSync(place, { recursive: true });
  writeFileSync(join(place, 'report.txt'), `${report}\n`);
  if (typeof kept === 'string')
    for (const name of ['content', 'public'].filter((one) => existsSync(join(kept, one))))
      cpSync(join(kept, name), join(place, name), { recursive: true, verbatimSymlinks: true });
  else if (kept !== undefined)
    for (const [name, bytes] of Object.entries(kept())) {
      mkdirSync(join(place, name, '..'), { recursive: true });
      writeFileSync(join(place, name), bytes);
    }
}
