import { buildChance } from '../chance.ts';
import { quote, runCommand } from '../command.ts';
import { createScratch, removeFolder } from '../scratch.ts';
import type { Recorder } from '../tally.ts';
import { checkEntryPage } from './pages.ts';
import type { Mutant, Source } from './sources.ts';
import { buildGuests, install, partConflicting, type Guest } from './together.ts';

/** The most guests to search for that make a build fail. */
const mostCulprits = 5;

/**
 * Builds up to `most` mutants that the check accepted, those of a site together, and checks their
 * pages.
 */
export async function attackBuild(
  recorder: Recorder,
  seed: number,
  clean: readonly Mutant[],
  most: number,
): Promise<void> {
  const conflicts = new Map<string, number>();
  const chosen = orderByVariety(clean, seed).slice(0, most);
  for (const [source, mutants] of Map.groupBy(chosen, (mutant) => mutant.source)) {
    const root = createScratch();
    const { staying, parted } = await partConflicting(root, source, buildGuests(source, mutants));
    for (const rule of parted.flatMap(({ rules }) => rules))
      conflicts.set(rule, (conflicts.get(rule) ?? 0) + 1);
    const culprits = await buildAll(root, source, staying);
    for (const guest of staying) {
      const { index, kinds, file, bytes } = guest.mutant;
      await recorder.attempt(
        `mutant ${index}, a clean one: ${kinds.join(', ')} in ${file} of the ${source.name} site`,
        () => culprits.get(guest) ?? (guest.entry === undefined ? [] : checkEntryPage(root, guest)),
        () => ({ ...Object.fromEntries(source.files), [file]: bytes }),
      );
    }
    removeFolder(root);
  }
  const list = [...conflicts].map(([rule, count]) => `${rule} ${count}`).join(', ');
  if (list !== '') recorder.figures.set('clash with another mutant, so left out', list);
}

/** Orders mutants so that each kind of damage reaches each file early. */
function orderByVariety(mutants: readonly Mutant[], seed: number): Mutant[] {
  const { shuffle } = buildChance(seed, -1);
  const groups = Map.groupBy(shuffle(mutants), ({ kinds, file }) => `${kinds[0]} ${file}`);
  const longest = Math.max(0, ...groups.values().map(({ length }) => length));
  return Array.from({ length: longest }, (_, round) =>
    [...groups.values()].flatMap((group) => group[round] ?? []),
  ).flat();
}

/**
 * Builds a site with all guests, except those that make it fail. Returns the error of each of
 * these.
 */
async function buildAll(
  root: string,
  source: Source,
  guests: readonly Guest[],
): Promise<Map<Guest, string[]>> {
  const culprits = new Map<Guest, string[]>();
  let staying = guests;
  for (;;) {
    install(root, source, staying);
    const { code, output } = await runCommand(root, ['build']);
    if (code === 0) return culprits;
    const told = [`the build fails: ${quote(output)}`];
    const isSearched = culprits.size < mostCulprits || staying.length === 0;
    const guilty = isSearched ? [await findCulprit(root, source, staying, output)] : staying;
    for (const guest of guilty) culprits.set(guest, told);
    staying = staying.filter((guest) => !guilty.includes(guest));
  }
}

/**
 * Returns the guest that a report names, or else finds it by halving the guests while the build
 * fails.
 */
async function findCulprit(
  root: string,
  source: Source,
  guests: readonly Guest[],
  output: string,
): Promise<Guest> {
  const named = guests.find(({ entry }) => entry !== undefined && output.includes(entry));
  let suspects = named === undefined ? guests : [named];
  while (suspects.length > 1) {
    const half = suspects.slice(0, Math.ceil(suspects.length / 2));
    install(root, source, half);
    const { code } = await runCommand(root, ['build']);
    suspects = code === 0 ? suspects.slice(half.length) : half;
  }
  const [culprit] = suspects;
  if (culprit === undefined) throw new Error(`The site does not build: ${quote(output)}`);
  return culprit;
}
