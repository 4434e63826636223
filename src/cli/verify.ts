import { loadSiteAddress } from '../loaders/site-address.ts';
import type { Problem } from '../verify/check.ts';
import { checks } from '../verify/checks.ts';
import { readSite, type BuiltSite } from '../verify/site.ts';
import type { BuildOptions } from './build.ts';
import { run as buildWithPdfs } from './pdf.ts';
import { ownFolder } from './project.ts';
import { startProgress } from './progress.ts';
import { withSnapshot } from './check.ts';

const out = '.cache/verify';

/** The most printed problems of one check. */
const mostPrinted = 20;

/**
 * `npm run verify`: builds the site as it would be published, into its own folder, and checks the
 * properties that every site must have. `dist/` stays as it is.
 */
export async function run(options: Pick<BuildOptions, 'address' | 'source'>): Promise<number> {
  if ((await buildWithPdfs({ ...options, out })) !== 0) return 1;
  return await withSnapshot(options.source, async ({ root }) => {
    const address = loadSiteAddress(root, options.address);
    return await verify(readSite({ folder: ownFolder(out), ...address, source: root }));
  });
}

async function verify(site: BuiltSite): Promise<number> {
  console.log(`\nVerifying ${site.pages.length} pages:`);
  let failed = 0;
  for (const { claim, run: check } of checks) {
    const progress = startProgress();
    progress.tell(claim);
    const { extent, problems, remarks = [] } = await check(site);
    progress.end();
    if (problems.length > 0) failed += 1;
    console.log(`${problems.length > 0 ? '✗' : '✓'} ${claim} (${extent}).`);
    if (problems.length > 0) console.error(formatProblems(problems));
    if (remarks.length > 0) console.log(formatProblems(remarks));
  }
  if (failed > 0) console.error(advice);
  console.log(`\n${checks.length - failed} passed, ${failed} failed`);
  return failed > 0 ? 1 : 0;
}

const advice = `
The content has no faults, so these are defects in the code of the site, not in your texts. The pages are in
${out}/. If a page is too large, split its entry in two. If a picture or a film is, do what its line says.`;

function formatProblems(problems: readonly Problem[]): string {
  const rest = problems.length - mostPrinted;
  return [
    ...problems.slice(0, mostPrinted).map(({ place, message }) => `    ${place}  ${message}`),
    ...(rest > 0 ? [`    … and ${rest} more.`] : []),
  ].join('\n');
}
