// What every npm script starts: asserts the runtime, then runs one of the commands beside this file.
// Plain JavaScript, because a Node too old for the site cannot read TypeScript either.

const oldest = [24, 0];
const [major, minor] = process.versions.node.split('.').map(Number);
const [command, ...args] = process.argv.slice(2);

if (major < oldest[0] || (major === oldest[0] && minor < oldest[1])) {
  console.error(
    `This needs Node ${oldest.join('.')} or newer, and found ${process.versions.node}.\n` +
      'It is installed with the other packages: run “npm ci” without leaving out optional ones.\n' +
      'Where there is no such package for this machine, install Node 24 from https://nodejs.org/.',
  );
  process.exit(1);
}

process.env.ASTRO_TELEMETRY_DISABLED = '1';
const { run } = await import(`./${command}.ts`);
try {
  process.exitCode = await run(args);
} catch (error) {
  // A word that a command does not know is no fault of the program's.
  if (!String(error.code).startsWith('ERR_PARSE_ARGS')) throw error;
  console.error(
    `${error.message.split('. ')[0]}. The commands and what they take stand in README.md.`,
  );
  process.exitCode = 1;
}
