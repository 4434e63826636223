import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { commands } from '../../../src/cli/commands.ts';
import { describeSystemError } from '../../../src/cli/command-error.ts';
import { runProgram } from '../../../src/cli/program.ts';

/** Runs a command line. Returns its output on both streams, and its exit code. */
async function type({ mock }: TestContext, line: string, environment = {}) {
  const printed: string[] = [];
  const keep = (text: unknown) => printed.push(String(text)) > 0;
  mock.method(process.stdout, 'write', keep);
  mock.method(process.stderr, 'write', keep);
  mock.method(console, 'error', keep);
  const code = await runProgram(line === '' ? [] : line.split(' '), environment);
  mock.restoreAll();
  return { code, text: printed.join('\n') };
}

for (const { name, options = [] } of commands)
  test(`${name} --help names every option, an example and the exit codes`, async (context) => {
    const { code, text } = await type(context, `${name} --help`);
    assert.equal(code, 0);
    assert.match(text, /\nExamples:\n {2}npm /);
    assert.match(text, /\nExit codes:\n {2}0 {2}done/);
    for (const [flags] of options) assert.ok(text.includes(`  ${flags}  `), flags);
  });

for (const [line, message] of [
  ['', /Commands:/],
  ['biuld', /unknown command 'biuld'[^]*Did you mean build\?/],
  ['build --anonymus', /unknown option '--anonymus'[^]*Did you mean --anonymous\?/],
  ['build --out', /argument missing/],
  ['build anonymous', /npm run build does not take “anonymous”\. Did you mean --anonym/],
  ['build --out elsewhere', /into dist or a folder of \.cache\/, not into “elsewhere”/],
  ['test unot', /There is no step unot\. The steps are: .*unit/],
  ['example nothing', /There is no example “nothing”\. The examples are: .*showcase/],
  ['import', /Name one folder of another site.*\.\.\/my-old-site/],
  ['import a b', /Name one folder/],
  ['start here', /npm start does not take “here”\.\n.*npm start -- --help/],
] as const)
  test(`“${line}” is told what is wrong, and ends with 2`, async (context) => {
    const { code, text } = await type(context, line);
    assert.equal(code, 2);
    assert.match(text, message);
  });

for (const [environment, words, typed] of [
  [{ anonymous: 'true' }, '', 'npm run build -- --anonymous'],
  [{ without_venues: 'true', anonymous: 'true' }, '', 'build -- --without-venues --anonymous'],
  [{ address: 'true' }, ' https://a.org/', 'build -- --address https://a.org/'],
  [{ address: 'https://a.org/' }, '', 'build -- --address https://a.org/'],
  [{ address: 'true', out: 'true' }, ' a b', 'build -- --address <address> --out <folder>'],
  [{ address: 'true', out: '.cache/a' }, '', 'build -- --address <address> --out .cache/a'],
  [
    { allow: 'Ada\n\nLovelace', anonymous: 'true' },
    '',
    'build -- --allow Ada --allow Lovelace --anon',
  ],
  [{ source: 'my work' }, '', "build -- --source 'my work'"],
  [{ anonymus: 'true' }, '', 'npm run build -- --anonymous'],
] as const)
  test(`what npm took for an option of its own is told: ${JSON.stringify(environment)}`, async (context) => {
    const taken: Record<string, string> = {};
    for (const [name, value] of Object.entries(environment)) taken[`npm_config_${name}`] = value;
    const { code, text } = await type(context, `build${words}`, taken);
    assert.equal(code, 2);
    assert.ok(text.includes(typed), text);
  });

test('every option of every command is missed where npm takes it', async (context) => {
  for (const { name, options = [] } of commands)
    for (const [flags] of options) {
      const option = flags.split(' ')[0]?.slice(2) ?? '';
      const environment = { [`npm_config_${option.replaceAll('-', '_')}`]: 'true' };
      const { code, text } = await type(context, name, environment);
      assert.deepEqual([code, text.includes(` -- --${option}`)], [2, true], text);
    }
});

test('an option of another command is refused where npm takes it', async (context) => {
  for (const [name, option] of [
    ['start', 'anonymous'],
    ['dev', 'address'],
    ['verify', 'without_venues'],
  ] as const) {
    const { code, text } = await type(context, name, { [`npm_config_${option}`]: 'true' });
    assert.equal(code, 2);
    assert.match(text, /^npm (start|run \w+) has no option --[\w-]+\. Nothing was done\.$/);
  }
});

test('an option that npm has too, or that is switched off, is no mistake', async (context) => {
  const { load } = commands.find(({ name }) => name === 'docs') ?? {};
  assert.ok(load);
  for (const environment of [
    { npm_config_all: 'true' },
    { npm_config_fix: '' },
    { npm_config_access: 'true', npm_config_scope: 'a' },
  ]) {
    const { text } = await type(context, 'docs excess', environment);
    assert.match(text, /^npm run docs does not take “excess”/);
  }
});

test('a refusal of the system is told in words', () => {
  const error = Object.assign(new Error(), { code: 'ENOSPC', path: 'dist/a' });
  assert.equal(
    describeSystemError(error),
    'dist/a cannot be read or written: the disk is full (ENOSPC).',
  );
  assert.equal(describeSystemError(new Error('Oh.')), undefined);
});
