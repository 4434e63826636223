// The entry point of every npm script: checks the version of Node, then runs a command. Plain
// JavaScript, because an old Node cannot read TypeScript.

const oldest = [24, 0];
const [major, minor] = process.versions.node.split('.').map(Number);

if (major < oldest[0] || (major === oldest[0] && minor < oldest[1])) {
  console.error(
    `This project needs Node ${oldest.join('.')} or newer. This is Node ${process.versions.node}.\n` +
      'Run “npm ci”, which installs Node among the optional packages.\n' +
      'If there is no such package for this machine, install Node 24 from https://nodejs.org/.',
  );
  process.exit(1);
}

// Node 24.0, the only 24 on npm for Apple silicon, warns about features that later versions call
// stable.
const [print] = process.listeners('warning');
process.removeAllListeners('warning').on('warning', (warning) => {
  if (warning.name !== 'ExperimentalWarning') print?.(warning);
});

process.env.ASTRO_TELEMETRY_DISABLED = '1';
// Failing Rust tools print the reason without a backtrace.
process.env.RUST_BACKTRACE = '0';
if (['build', 'check', 'pdf', 'start', 'verify'].includes(process.argv[2]))
  await keepCompiledCode();

try {
  const { runProgram } = await import('./program.ts');
  process.exitCode = await runProgram(process.argv.slice(2));
} catch (error) {
  const [, missing] = /^Cannot find package '([^']+)'/.exec(error.message) ?? [];
  if (error.code !== 'ERR_MODULE_NOT_FOUND' || missing === undefined) throw error;
  console.error(
    `The package ${missing} is not installed. Run “npm ci”, which installs the pinned packages.`,
  );
  process.exitCode = 1;
}

/** Keeps compiled code by the contents of each module, for commands that write into `.cache/` anyway. */
async function keepCompiledCode() {
  const { lstatSync } = await import('node:fs');
  const { enableCompileCache } = await import('node:module');
  const { join } = await import('node:path');
  const folder = join(import.meta.dirname, '../../.cache');
  const isLink = (path) => {
    try {
      return lstatSync(path).isSymbolicLink();
    } catch {
      return false;
    }
  };
  // Nothing is written through a link. Node does without a folder that it cannot write.
  const compiled = join(folder, 'compiled');
  if (!isLink(folder) && !isLink(compiled)) enableCompileCache(compiled);
}
