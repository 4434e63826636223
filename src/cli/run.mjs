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
try {
  const { run } = await import(`./${command}.ts`);
  process.exitCode = await run(args);
} catch (error) {
  const mend = findMend(error);
  if (mend === undefined) throw error;
  console.error(mend);
  process.exitCode = 1;
}

/** What to say of an error that is no fault of the program's; nothing of any other. */
function findMend({ code, message }) {
  if (String(code).startsWith('ERR_PARSE_ARGS'))
    return `${message.split('. ')[0]}. The commands and what they take stand in README.md.`;
  const [, missing] = /^Cannot find package '([^']+)'/.exec(message) ?? [];
  if (code === 'ERR_MODULE_NOT_FOUND' && missing !== undefined)
    return `The package ${missing} is not installed. Run “npm ci”, which installs all as pinned.`;
  return undefined;
}
