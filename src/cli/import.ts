import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { findGenerator, planImport, type Plan, type Target } from '../import/plan.ts';
import { formatPlan, formatTasks } from '../import/report.ts';
import { openSource, type Source } from '../import/source.ts';
import type { Fault } from '../lib/fault.ts';
import { contentFiles } from '../loaders/files.ts';
import { checkContent } from './check.ts';
import { CommandError, UsageError } from './command-error.ts';
import { fixContent } from './fix.ts';
import { findSource, ownFolder } from './project.ts';
import { takeSnapshot } from './snapshot.ts';

interface Options {
  into?: string;
  own?: boolean;
  write?: boolean;
}

/** Reads the site of another program, shows its entries and files here, and writes them with `--write`. */
export async function run(
  { into, own = false, write = false }: Options,
  words: string[],
): Promise<number> {
  const [path, more] = words;
  if (path === undefined || more !== undefined)
    throw new UsageError(
      'Name one folder of another site, or one .bib file: npm run import -- ../my-old-site',
    );
  const folder = resolve(process.env.INIT_CWD ?? '.', path);
  if (!existsSync(folder)) throw new CommandError(`There is no folder or file ${folder}.`);
  const source = openSource(folder);
  const generator = findGenerator(source);
  if (generator === undefined)
    throw new CommandError(
      `${folder} is no site of al-folio, academicpages, HugoBlox, Quarto or Astro Scholar, and no .bib file.\nName the folder that has its settings, such as _config.yml.`,
    );
  const root = findSource(into);
  const plan = planImport(source, generator, openTarget(root), { isOwn: own });
  const stage = ownFolder(`.cache/work/import-${process.pid}`);
  try {
    const faults = await stageFiles(source, plan, root, stage);
    if (write) writeFiles(plan, stage, root);
    console.log(formatPlan(plan, write));
    if (faults.length > 0) console.log(['', formatTasks(faults)].join('\n'));
  } finally {
    rmSync(stage, { recursive: true, force: true });
  }
  if (!write)
    console.log('\nNothing was written. The same command with --write writes these files.');
  return 0;
}

function openTarget(root: string): Target {
  return {
    has: (path) => existsSync(join(root, path)),
    read: (path) => readFileSync(join(root, path), 'utf8'),
  };
}

/**
 * Writes the files into a copy of the site, corrects faults with one right answer, and returns the faults that are left in
 * them.
 */
async function stageFiles(
  source: Source,
  { files }: Plan,
  root: string,
  stage: string,
): Promise<Fault[]> {
  const snapshot = await takeSnapshot(root, stage);
  for (const { path, from, text } of files) {
    mkdirSync(dirname(join(stage, path)), { recursive: true });
    if (text === undefined) copyFileSync(source.locate(from.file), join(stage, path));
    else writeFileSync(join(stage, path), text);
  }
  const fresh = new Set(files.map(({ path }) => path));
  const check = async () => {
    const { faults } = await checkContent(stage, snapshot.faults);
    return faults.filter(({ file }) => fresh.has(file));
  };
  // The works that the site had are not touched.
  await fixContent(stage, async () =>
    (await check()).filter(({ file }) => file !== contentFiles.references),
  );
  return check();
}

/** Copies the files of a plan from the copy of the site. Only the list of references may exist: it grows at its end. */
function writeFiles({ files }: Plan, stage: string, root: string): void {
  for (const { path } of files) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    const flag = path === contentFiles.references ? 'w' : 'wx';
    writeFileSync(join(root, path), readFileSync(join(stage, path)), { flag });
  }
}
