import { preview } from 'astro';
import { loadSiteAddress } from '../loaders/site-address.ts';
import { run as build } from './build.ts';
import { findFreePort } from './port.ts';
import { projectFolder } from './project.ts';

/** `npm start`: builds the site and serves that build on this machine until it is interrupted. */
export async function run(): Promise<number> {
  const code = await build({});
  if (code !== 0) return code;
  const port = await findFreePort();
  const server = await preview({ root: projectFolder, server: { port }, logLevel: 'silent' });
  const { base } = loadSiteAddress(projectFolder);
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void server.stop());
  console.log(`The site is at http://localhost:${server.port}${base} until you press Ctrl-C.`);
  await server.closed();
  return 0;
}
