import { rmSync } from 'node:fs';
import { basename, extname, join, posix } from 'node:path';
import { checkContent } from '../../../src/cli/check.ts';
import type { Fault } from '../../../src/lib/fault.ts';
import { writeFiles } from './examine.ts';
import type { Mutant, Source } from './sources.ts';

/** A mutant in a site beside others. */
export interface Guest {
  mutant: Mutant;
  /** The entry that shows it, as `content/threads/m12.mdx`. The settings and a work have none. */
  entry?: string;
  files?: ReadonlyMap<string, Buffer>;
  /** A work of the bibliography, and its replacement. */
  work?: [original: string, changed: string];
}

/** A guest that conflicts with others, for example by a unique value, and the rules it breaks. */
export interface Parted {
  guest: Guest;
  rules: string[];
}

const bibliography = 'content/references.bib';
const settings = 'content/site.yaml';

/** Builds guests from the mutants of a source. Those that would overwrite another are left out. */
export function buildGuests(source: Source, mutants: readonly Mutant[]): Guest[] {
  const taken = new Set<string>();
  const isFirst = (name: string) => !taken.has(name) && taken.add(name).size > 0;
  return mutants.flatMap((mutant): Guest[] => {
    const { file, bytes } = mutant;
    if (file === settings)
      return isFirst(file) ? [{ mutant, files: new Map([[file, bytes]]) }] : [];
    if (file !== bibliography) return buildEntry(source, mutant);
    const work = findChangedWork(source, bytes.toString('latin1'));
    return work !== undefined && isFirst(work[0]) ? [{ mutant, work }] : [];
  });
}

function findChangedWork(source: Source, mutated: string): Guest['work'] {
  const split = (text: string) => text.split(/^(?=@)/m);
  const original = split(source.files.get(bibliography)?.toString('latin1') ?? '');
  const other = split(mutated);
  const at = original.findIndex((work, index) => work !== other[index]);
  const [one, changed] = [original[at], other[at]];
  if (original.length !== other.length || one === undefined) return undefined;
  return [one, changed ?? ''];
}

/**
 * Builds the entry that is a mutant, under its own name, or one that shows the damaged file beside
 * it.
 */
function buildEntry(source: Source, mutant: Mutant): Guest[] {
  const { index, file, bytes } = mutant;
  const name = basename(file);
  const fresh = `m${index}${extname(name)}`;
  const beside = [...source.files].find(
    ([path, text]) => path.endsWith('.mdx') && text.includes(`./${name}`),
  );
  const [path = '', text = Buffer.alloc(0)] = file.endsWith('.mdx')
    ? [file, bytes]
    : (beside ?? []);
  if (path === '') return [];
  const folder = posix.dirname(path);
  const entry = `${folder}/m${index}.mdx`;
  const shown = text.toString('latin1').replaceAll(`./${name}`, `./${fresh}`);
  const files = new Map([[`${folder}/${fresh}`, bytes]]).set(entry, Buffer.from(shown, 'latin1'));
  return [{ mutant, entry, files }];
}

/** Writes the content of a source and its guests below `root`. */
export function install(root: string, source: Source, guests: readonly Guest[]): void {
  rmSync(join(root, 'content'), { recursive: true, force: true });
  writeFiles(root, source.files);
  let works = source.files.get(bibliography)?.toString('latin1') ?? '';
  for (const { files, work } of guests) {
    if (files) writeFiles(root, files);
    if (work) works = works.replace(work[0], () => work[1]);
  }
  writeFiles(root, new Map([[bibliography, Buffer.from(works, 'latin1')]]));
}

/** Installs guests until a check of all finds no fault. Of two that conflict, one remains. */
export async function partConflicting(
  root: string,
  source: Source,
  guests: readonly Guest[],
): Promise<{ staying: Guest[]; parted: Parted[] }> {
  const parted: Parted[] = [];
  let staying = [...guests];
  for (;;) {
    install(root, source, staying);
    const { faults } = await checkContent(root);
    const leaving = staying
      .map((guest) => ({ guest, rules: listRules(guest, faults) }))
      .filter(({ rules }) => rules.length > 0);
    if (leaving.length === 0) return { staying, parted };
    const gone = leaving.slice(0, Math.ceil(leaving.length / 2));
    parted.push(...gone);
    staying = staying.filter((one) => gone.every(({ guest }) => guest !== one));
  }
}

/** Lists the rules that a guest breaks. A fault may be told in another file, and name the guest's. */
function listRules({ files, work }: Guest, faults: readonly Fault[]): string[] {
  const names = work ? [bibliography] : [...(files?.keys() ?? [])];
  const broken = faults.filter(({ file, expected }) =>
    names.some((name) => file === name || expected.includes(name)),
  );
  return [...new Set(broken.map(({ rule }) => rule))];
}
