import { once } from 'node:events';
import { openSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tryLock } from './lock.ts';

/** Where the site is served on this machine, unless something else is there. */
export const usualPort = 4321;

/**
 * Finds the first port from `port` on that nothing listens at, and keeps it for this process; says so where it is
 * another than the usual one.
 */
export async function findFreePort(port = usualPort): Promise<number> {
  if (!reservePort(port) || !(await isFree(port))) return findFreePort(port + 1);
  if (port !== usualPort) console.log(`Port ${usualPort} is taken; ${port} is the next free one.`);
  return port;
}

/**
 * Keeps a port from other sites of this kind until this process ends, by a lock of the system: a site that is just
 * starting, or changes its server, does not listen.
 */
function reservePort(port: number): boolean {
  try {
    return tryLock(openSync(join(tmpdir(), `research-portfolio-${port}.lock`), 'a'));
  } catch {
    // It is the file of another user of this machine.
    return false;
  }
}

async function isFree(port: number): Promise<boolean> {
  const probe = createServer();
  const taken = once(probe, 'error').then(() => false);
  const free = once(probe, 'listening').then(() => true);
  probe.listen(port, 'localhost');
  if (!(await Promise.race([taken, free]))) return false;
  probe.close();
  await once(probe, 'close');
  return true;
}
