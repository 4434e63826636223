import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildChance } from '../chance.ts';
import { quote, runCommand } from '../command.ts';
import { removeFolder } from '../scratch.ts';
import type { Recorder } from '../tally.ts';
import { openChromium } from './chromium.ts';
import { openFirefox } from './firefox.ts';
import { listPlantings, plantAll } from './garden.ts';
import { serveRaw } from './server.ts';
import type { Visit, Visitor } from './visit.ts';

/** Files that a browser displays. */
const shown = '**/*.{html,svg,xml,json,txt,md,csv,bib,ris,webmanifest,cff}';

/**
 * Plants scripts wherever content can hold text, builds all that the check accepts, and opens it
 * in browsers.
 */
export async function attackBrowsers(
  recorder: Recorder,
  seed: number,
  most: number,
): Promise<void> {
  const { root, accepted, refused } = await plantAll(listPlantings(buildChance(seed, 0), most));
  recorder.figures.set('planted', String(accepted.length + refused.length));
  recorder.figures.set('refused by check', String(refused.length));
  const { code, output } = await runCommand(root, ['build']);
  const complaints = code === 0 ? [] : [`it fails: ${quote(output)}`];
  await recorder.attempt('a build of what the check takes', () => complaints, root);
  for (const [name, open] of Object.entries({ Chromium: openChromium, Firefox: openFirefox })) {
    const visitor = code === 0 ? await open() : undefined;
    if (visitor !== undefined) await visitAll(recorder, visitor, root);
    else recorder.skipped.push(`${name}, for there is ${code === 0 ? 'none here' : 'no site'}`);
  }
  removeFolder(root);
}

async function visitAll(recorder: Recorder, visitor: Visitor, root: string): Promise<void> {
  const dist = join(root, 'dist');
  const server = await serveRaw(dist);
  const files = globSync(shown, { cwd: dist })
    .map((file) => file.replaceAll('\\', '/'))
    .sort();
  for (const file of files) {
    const path = file.replace(/(^|\/)index\.html$/, '$1');
    await recorder.attempt(
      `${path || 'the first page'} in ${visitor.name}`,
      async () => describe(await visitor.visit(server.address + encodeURI(path))),
      () => ({ 'opened.txt': readFileSync(join(dist, file)) }),
    );
  }
  recorder.figures.set(visitor.name, `${files.length} files opened`);
  await visitor.close();
  server.close();
}

function describe({ planted, violations, oddities, events }: Visit): string[] {
  return [
    ...(planted ? ['a planted script ran'] : []),
    ...violations.map((one) => `the policy held back ${one}`),
    ...oddities.map((one) => `it holds ${one}`),
    ...events.map((one) => `it made ${one}`),
  ];
}
