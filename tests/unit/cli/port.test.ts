import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { test } from 'node:test';
import { projectFolder } from '../../../src/cli/project.ts';

/** Starts a process that prints a free port from 45871 on, and does not listen at it. */
function findInProcess() {
  const code = `
    const { findFreePort } = await import('./src/cli/port.ts');
    console.error(await findFreePort(45871));
    setTimeout(() => {}, 60_000);`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', code], {
    cwd: projectFolder,
  });
  const port = once(child.stderr, 'data').then(([data]) => /\d+\s*$/.exec(String(data))?.[0]);
  return { child, port };
}

test('two sites that start at once find two ports, and a port is free again after its process', async () => {
  const processes = [findInProcess(), findInProcess()];
  const ports = await Promise.all(processes.map(({ port }) => port));
  assert.equal(new Set(ports).size, 2, ports.join());
  for (const { child } of processes) {
    child.kill('SIGKILL');
    await once(child, 'exit');
  }
  const next = findInProcess();
  assert.ok(ports.includes(await next.port));
  next.child.kill('SIGKILL');
});
