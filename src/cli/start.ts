import { once } from 'node:events';
import { createServer } from 'node:net';
import { preview } from 'astro';
import { loadSiteAddress } from '../loaders/site-address.ts';
import { run as build } from './build.ts';
import { projectFolder } from './project.ts';

const usualPort = 4321;

/** `npm start`: builds the site and serves that build on this machine until it is interrupted. */
export async function run(): Promise<number> {
  const code = await build({});
  if (code !== 0) return code;
  const port = await findFreePort(usualPort);
  if (port !== usualPort) console.log(`Port ${usualPort} is taken; ${port} is the next free one.`);
  const server = await preview({ root: projectFolder, server: { port }, logLevel: 'silent' });
  const { base } = loadSiteAddress(projectFolder);
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void server.stop());
  console.log(`The site is at http://localhost:${server.port}${base} until you press Ctrl-C.`);
  await server.closed();
  return 0;
}

/** The first port from `port` on that nothing listens at. */
async function findFreePort(port: number): Promise<number> {
  const probe = createServer();
  const isTaken = once(probe, 'error').then(() => true);
  const isFree = once(probe, 'listening').then(() => false);
  probe.listen(port, 'localhost');
  if (await Promise.race([isTaken, isFree])) return findFreePort(port + 1);
  probe.close();
  await once(probe, 'close');
  return port;
}
