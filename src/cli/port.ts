import { once } from 'node:events';
import { createServer } from 'node:net';

/** Where the site is served on this machine, unless something else is there. */
export const usualPort = 4321;

/** The first port from `port` on that nothing listens at; says so where it is another. */
export async function findFreePort(port = usualPort): Promise<number> {
  const probe = createServer();
  const isTaken = once(probe, 'error').then(() => true);
  const isFree = once(probe, 'listening').then(() => false);
  probe.listen(port, 'localhost');
  if (await Promise.race([isTaken, isFree])) return findFreePort(port + 1);
  probe.close();
  await once(probe, 'close');
  if (port !== usualPort) console.log(`Port ${usualPort} is taken; ${port} is the next free one.`);
  return port;
}
