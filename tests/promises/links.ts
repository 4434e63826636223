import { appendFileSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { person } from './blind/identity.ts';
import { buildChance } from './chance.ts';
import { checkWords, quote, startCommand, type Outcome } from './command.ts';
import { canary, createOutside, detours, type Detour } from './detours.ts';
import { createScratch, listBytes, listDifferences, removeFolder } from './scratch.ts';
import type { Recorder } from './tally.ts';

/** Replaces files of the project by links, and runs every command. */
export async function attackLinks(recorder: Recorder, seed: number, most: number): Promise<void> {
  const { shuffle } = buildChance(seed, 0);
  const isShort = most < detours.length;
  const chosen = isShort ? shuffle(detours).slice(0, most) : detours;
  for (const detour of chosen) {
    const isWhole = detour.path === 'content' && !isShort;
    for (const command of listCommands(isShort, isWhole)) {
      const root = createScratch();
      nameAuthor(root);
      const outside = createOutside();
      const path = join(root, detour.path);
      mkdirSync(dirname(path), { recursive: true });
      detour.set(path, outside);
      await recorder.attempt(`${command.join(' ')} over ${detour.name}`, () =>
        tryCommand(root, outside, detour, command),
      );
      removeFolder(root);
      removeFolder(outside);
    }
  }
}

/** Adds identifiers that an anonymous build must leave out, to files that it copies. */
function nameAuthor(root: string): void {
  const { name, email } = person;
  appendFileSync(join(root, 'content/site.yaml'), `author:\n  name: ${name}\n  email: ${email}\n`);
  const work = `@misc{own2020, title = {Own Work}, author = {${name}}, year = {2020}}`;
  appendFileSync(join(root, 'content/references.bib'), `\n${work}\n`);
}

function listCommands(isShort: boolean, isWhole: boolean): string[][] {
  if (isShort) return [['build', '--anonymous']];
  const more = [['check'], ['build', '--anonymous'], ['build'], ['dev']];
  return isWhole ? [...more, ['pdf'], ['pdf', '--anonymous'], ['start'], ['doctor']] : more;
}

async function tryCommand(
  root: string,
  outside: string,
  detour: Detour,
  command: string[],
): Promise<string[]> {
  const before = [listBytes(outside), listBytes(join(root, 'content'))] as const;
  const { code, output } = await runServing(root, command);
  const lost = [
    // A command's own files may be in a cache elsewhere.
    ...listDifferences(before[0], listBytes(outside)).filter((path) => before[0].has(path)),
    ...listDifferences(before[1], listBytes(join(root, 'content'))),
  ];
  const published = ['dist', 'dist-anonymous'].filter((folder) => holdsCanary(join(root, folder)));
  const isNamed = output.includes(basename(detour.path));
  return [
    ...lost.map((path) => `${path} is not as it was`),
    ...published.map((folder) => `what stands in a foreign file is in ${folder}`),
    ...(output.includes(canary) || /root:x?:0:0/.test(output)
      ? ['the report shows a foreign file']
      : []),
    ...(code === null ? ['it never ends'] : []),
    ...(code === 0 ? [] : checkWords(output)),
    ...(code === 0 || isNamed ? [] : [`the report does not name ${detour.path}: ${quote(output)}`]),
    ...(code !== 0 && detour.isOwn === true
      ? [`it refuses what is the author’s own: ${quote(output)}`]
      : []),
  ];
}

/** Runs a command to its end, or a server until it prints its address. */
async function runServing(root: string, command: string[]): Promise<Outcome> {
  const running = startCommand(root, command, { limit: 150_000 });
  const timer = setInterval(() => {
    if (/http:\/\/localhost:\d+/.test(running.read())) running.kill('SIGINT');
  }, 100);
  const ended = await running.ended;
  clearInterval(timer);
  const isServed = /http:\/\/localhost:\d+/.test(ended.output);
  return { ...ended, code: isServed ? 0 : ended.code };
}

function holdsCanary(folder: string): boolean {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true }).some(
      (entry) =>
        entry.isFile() &&
        readFileSync(join(entry.parentPath, entry.name), 'latin1').includes(canary),
    );
  } catch {
    return false;
  }
}
