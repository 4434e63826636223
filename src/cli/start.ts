import { once } from 'node:events';
import { join } from 'node:path';
import { createPreview } from '../hosting/preview.ts';
import { loadSiteAddress } from '../loaders/site-address.ts';
import { run as build } from './build.ts';
import { findFreePort } from './port.ts';
import { projectFolder } from './project.ts';

/** `npm start`: builds the site and serves it on this machine until interrupted. */
export async function run(): Promise<number> {
  const code = await build({});
  if (code !== 0) return code;
  const port = await findFreePort();
  const { base } = loadSiteAddress(projectFolder);
  const server = createPreview({ folder: join(projectFolder, 'dist'), base });
  const stop = () => {
    server.close();
    server.closeAllConnections();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);
  await once(server.listen(port, 'localhost'), 'listening');
  console.log(`The site is at http://localhost:${port}${base} until you press Ctrl-C.`);
  await once(server, 'close');
  return 0;
}
