import { existsSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { dev } from 'astro';
import { watch } from 'chokidar';
import { createServer } from 'vite';
import { buildConfig } from '../astro-config.ts';
import { createFaultChannel, overlayName, type FaultChannel } from './dev/fault-channel.ts';
import { settleContent } from './dev/last-good-content.ts';
import { loadSiteAddress } from '../loaders/site-address.ts';
import { checkContent, printFindings } from './check.ts';
import { describeSystemError } from './command-error.ts';
import { withLock } from './lock.ts';
import { findFreePort } from './port.ts';
import { findSource, ownFolder, projectFolder } from './project.ts';
import { takeSnapshot } from './snapshot.ts';

/** The running server: the site, or a page of faults while no site can be shown. */
interface Running {
  /** The path of the site on its host; absent while there is no site. */
  base?: string;
  port: number;
  stop: () => Promise<void>;
}

/**
 * `npm run dev`: serves the site, and reports the faults of `content/` at each change, in the
 * terminal and on the pages. Starts even if the content has faults. `--source` names another
 * folder that holds a `content/`.
 */
export async function run({ source }: { source?: string }): Promise<number> {
  return await withLock('dev', 'npm run dev', () => serve(findSource(source)));
}

async function serve(source: string): Promise<number> {
  // The author's files unchanged, and a copy without faults for the site.
  const [latest, shown] = [ownFolder('.cache/work/dev-latest'), ownFolder('.cache/work/dev')];
  for (const folder of [latest, shown]) rmSync(folder, { recursive: true, force: true });
  const port = await findFreePort();
  const channel = createFaultChannel(source);
  let running: Running | undefined;

  const follow = async () => {
    const { faults: refused } = await takeSnapshot(source, latest);
    const findings = await checkContent(latest, refused);
    printFindings(findings, latest);
    const base = (await settleContent(latest, shown, findings.faults))
      ? loadSiteAddress(shown).base
      : undefined;
    channel.tell(findings.faults, latest);
    if (running !== undefined && running.base === base) return;
    await running?.stop();
    running =
      base === undefined ? await startReport(port, channel) : await startSite(shown, port, channel);
    const address = `http://localhost:${running.port}${base ?? '/'}`;
    console.log(`The site is at ${address} and follows your changes.`);
  };
  const interrupted = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
  const { ask, finish } = createQueue(follow);
  const folders = [join(source, 'content'), join(projectFolder, 'public')].filter(existsSync);
  // A link inside is refused, or leads to a watched folder anyway.
  const watcher = watch(
    folders.map((folder) => realpathSync(folder)),
    { ignoreInitial: true, followSymlinks: false },
  ).on('all', ask);
  ask();
  await interrupted;
  await watcher.close();
  await finish();
  await running?.stop();
  return 0;
}

/** Runs `work` one at a time. Requests during a run are merged into one more run. */
function createQueue(work: () => Promise<void>) {
  let isAsked = false;
  let current: Promise<void> | undefined;
  const runAll = async () => {
    while (isAsked) {
      isAsked = false;
      // The next change may fix the error.
      await work().catch((error: unknown) => {
        console.error(describeSystemError(error) ?? error);
      });
    }
    current = undefined;
  };
  return {
    ask: () => {
      isAsked = true;
      current ??= runAll();
    },
    finish: async () => {
      isAsked = false;
      await current;
    },
  };
}

async function startSite(root: string, port: number, channel: FaultChannel): Promise<Running> {
  const config = buildConfig({ root });
  const server = await dev({
    configFile: false,
    ...config,
    integrations: [...(config.integrations ?? []), channel.integration],
    server: { port },
    vite: { ...config.vite, server: { fs: { allow: [projectFolder] } } },
    logLevel: 'warn',
  });
  const { base } = loadSiteAddress(root);
  return { base, port: server.address.port, stop: () => server.stop() };
}

/** Serves a page with only the fault overlay, at every address. */
async function startReport(port: number, channel: FaultChannel): Promise<Running> {
  const server = await createServer({
    configFile: false,
    root: projectFolder,
    appType: 'custom',
    logLevel: 'warn',
    plugins: [channel.plugin],
    server: { port, strictPort: true },
  });
  const page =
    '<!doctype html><html lang="en"><meta charset="utf-8"><title>Faults in the content</title>' +
    '<body><p>The site is shown as soon as these faults are fixed.</p>' +
    `<script type="module">import '${overlayName}';</script></body></html>`;
  server.middlewares.use((request, response, next) => {
    server
      .transformIndexHtml(request.url ?? '/', page)
      .then((html) => response.setHeader('Content-Type', 'text/html').end(html), next);
  });
  await server.listen();
  return { port, stop: () => server.close() };
}
