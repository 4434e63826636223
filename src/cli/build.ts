import { isSiteAddress } from '../schema/address.ts';
import { rmSync } from 'node:fs';
import { checkSnapshot } from './check.ts';
import { UsageError } from './command-error.ts';
import { withLock } from './lock.ts';
import { findSource, ownFolder } from './project.ts';
import { nameWorkFolder, publish, type SiteOptions } from './publish.ts';
import { checkReplaceable, restoreFolder } from './replace-folder.ts';
import { takeSnapshot, type Snapshot } from './snapshot.ts';

/** The options of `npm run build`. */
export interface BuildOptions extends Pick<SiteOptions, 'address' | 'hasPdfs' | 'complete'> {
  /** The folder of the project that the site is built into. */
  out?: string | undefined;
  /** The folder that holds the `content/` that it is built from. */
  source?: string | undefined;
  anonymous?: boolean | undefined;
  withoutVenues?: boolean | undefined;
  /** Words that are no leak as they stand. */
  allow?: string[] | undefined;
}

/** `npm run build`. Where it fails, the last good site is as it was. */
export async function run(options: BuildOptions): Promise<number> {
  checkOptions(options);
  const { anonymous, source } = options;
  const out = options.out ?? nameFolder(options);
  const target = ownFolder(out);
  const command = `npm run build${anonymous ? ' -- --anonymous' : ''}`;
  return await withLock('build', command, async () => {
    if (restoreFolder(target)) console.error(`Restored ${out}/, which a build had put aside.`);
    checkReplaceable(target);
    const root = ownFolder(nameWorkFolder('work', out));
    rmSync(root, { recursive: true, force: true });
    const snapshot = await takeSnapshot(findSource(source), root);
    return (await build(snapshot, { ...options, out })) ? 0 : 1;
  });
}

async function build(snapshot: Snapshot, options: BuildOptions & { out: string }) {
  const { out: folder, address, anonymous } = options;
  if (!(await checkSnapshot(snapshot, { address }))) {
    console.error('Nothing was built.');
    return false;
  }
  if (!anonymous) return await publish({ ...options, root: snapshot.root, folder });
  // The search for leaks reads many kinds of files. It is loaded only when needed.
  const { buildAnonymous } = await import('./anonymous.ts');
  return await buildAnonymous(snapshot, { ...options, folder });
}

function nameFolder({ anonymous }: BuildOptions): string {
  return anonymous ? 'dist-anonymous' : 'dist';
}

/** Throws where the options cannot be followed. */
function checkOptions(options: BuildOptions): void {
  const { address, anonymous, out, withoutVenues, allow } = options;
  const usual = nameFolder(options);
  if (out !== undefined && out !== usual && !/^\.cache\/[\w/-]+$/.test(out))
    throw new UsageError(
      `The site is built into ${usual} or a folder of .cache/, not into “${out}”.`,
    );
  if (address !== undefined && !isSiteAddress(address) && !/^\/([\w.~-]+\/)*$/.test(address))
    throw new UsageError(
      `The address must be whole, as https://account.github.io/portfolio/, or a folder of an unknown host, ` +
        `as /portfolio/; “${address}” is neither.`,
    );
  if (!anonymous && (withoutVenues || allow))
    throw new UsageError(
      '--without-venues and --allow are for an anonymous site: add --anonymous.',
    );
}
