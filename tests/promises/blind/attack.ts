import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { checkContent } from '../../../src/cli/check.ts';
import { buildChance } from '../chance.ts';
import { quote, runCommand } from '../command.ts';
import { createScratch, removeFolder } from '../scratch.ts';
import type { Recorder } from '../tally.ts';
import { holdsTrace, person } from './identity.ts';
import { buildTraces, type Trace } from './plantings.ts';

const settings = `title: Research
eyebrow: Ongoing Work
intro: What is studied here.
language: en
address: ${person.address}
author:
  name: ${person.name}
  github: ${person.github}
  email: ${person.email}
  orcid: ${person.orcid}
navigation:
  - label: Papers
    page: /papers/
`;

/**
 * Plants traces of the author, and builds for a blind review. Each trace must be withheld, found,
 * or listed as not searched.
 */
export async function attackBlindness(
  recorder: Recorder,
  seed: number,
  most: number,
): Promise<void> {
  const { shuffle } = buildChance(seed, 0);
  const traces = shuffle(await buildTraces()).slice(0, most);
  const root = createScratch();
  writeFileSync(join(root, 'content/site.yaml'), settings);
  for (const [path, text] of traces.flatMap(({ files }) => Object.entries(files))) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  const remove = (ones: readonly Trace[]) => {
    for (const path of ones.flatMap(({ files }) => Object.keys(files)))
      removeFolder(join(root, path));
  };
  const faulty = (await checkContent(root)).faults.map(({ file }) => file);
  const refused = traces.filter(({ files }) => faulty.some((file) => file in files));
  remove(refused);
  // A report lists only some locations of a trace. They are removed until it lists no more.
  const reports: string[] = [];
  let left = traces.filter((one) => !refused.includes(one));
  let isPublished = false;
  for (let named = left; named.length > 0 && !isPublished;) {
    const { code, output } = await runCommand(root, ['build', '--anonymous']);
    reports.push(output);
    isPublished = code === 0;
    named = left.filter(({ mark }) => output.includes(mark));
    left = left.filter((one) => !named.includes(one));
    if (!isPublished) remove(named);
  }
  recorder.figures.set('refused by check', String(refused.length));
  recorder.figures.set(
    'found, or named as not searched',
    String(traces.length - refused.length - left.length),
  );
  recorder.figures.set('withheld, or to be', String(left.length));
  await recorder.attempt('the reports on all of them', () =>
    isPublished ? [] : [`no site is made, and no place is named: ${quote(reports.at(-1) ?? '')}`],
  );
  const site = join(root, 'dist-anonymous');
  for (const trace of traces)
    await recorder.attempt(
      trace.name,
      () => (left.includes(trace) ? findLeaks(trace, site) : []),
      () =>
        Object.fromEntries(
          Object.entries(trace.files).map(([path, text]) => [path, Buffer.from(text)]),
        ),
    );
  removeFolder(root);
}

/** Complains about files of a published site with a trace that the report does not mention. */
function findLeaks({ mark }: Trace, site: string): string[] {
  if (!existsSync(site)) return [];
  return readdirSync(site, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => file.includes(mark))
    .filter((file) => {
      const bytes = readFileSync(file);
      return holdsTrace(file.endsWith('.gz') ? gunzipSync(bytes) : bytes) || file.endsWith('.zip');
    })
    .map((file) => `${file.slice(site.length + 1)} is published, and leads to the author`);
}
