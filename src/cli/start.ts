import { preview } from 'astro';
import { loadSiteAddress } from '../loaders/site-address.ts';
import { buildSite } from './build.ts';
import { projectFolder } from './check.ts';

const usualPort = 4321;

/** `npm start`: builds the site and serves that build on this machine until it is interrupted. */
export async function run(): Promise<number> {
  if (!(await buildSite())) return 1;
  const server = await preview({
    root: projectFolder,
    server: { port: usualPort },
    logLevel: 'silent',
  });
  if (server.port !== usualPort)
    console.log(`Port ${usualPort} is taken; ${server.port} is the next free one.`);
  console.log(
    `The site is at http://localhost:${server.port}${loadSiteAddress(projectFolder).base} until you press Ctrl-C.`,
  );
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void server.stop());
  await server.closed();
  return 0;
}
