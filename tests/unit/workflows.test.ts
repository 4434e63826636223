import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { parse } from 'yaml';
import { projectFolder } from '../../src/cli/project.ts';

interface Step {
  uses?: string;
  run?: string;
  with?: Record<string, unknown>;
}

interface Job {
  if?: string;
  uses?: string;
  permissions?: Record<string, string>;
  steps?: Step[];
  'timeout-minutes'?: number;
}

interface Workflow {
  on: Record<string, unknown>;
  permissions: Record<string, string>;
  concurrency?: { 'cancel-in-progress': boolean };
  jobs: Record<string, Job>;
}

const folder = join(projectFolder, '.github/workflows');
const workflows = globSync('*.{yml,yaml}', { cwd: folder }).map((name) => {
  const text = readFileSync(join(folder, name), 'utf8');
  return { name, text, workflow: parse(text, { strict: true }) as Workflow };
});

const listSteps = ({ jobs }: Workflow) => Object.values(jobs).flatMap(({ steps }) => steps ?? []);
const isForForks = ({ on }: Workflow) => 'pull_request' in on;

test('pull requests are tested, verified and audited', () => {
  const run = (command: string) => (one: Step) => one.run?.startsWith(command) ?? false;
  const forForks = workflows.filter(({ workflow }) => isForForks(workflow));
  for (const command of ['npm test', 'npm run verify', 'npm audit'])
    assert.ok(
      forForks.some(({ workflow }) => listSteps(workflow).some(run(command))),
      command,
    );
});

for (const { name, text, workflow } of workflows) {
  test(`${name} may read the code and no more, unless a job needs it`, () => {
    assert.deepEqual(workflow.permissions, { contents: 'read' });
    const write = Object.values(workflow.jobs).flatMap(({ permissions = {} }) =>
      Object.keys(permissions).filter((scope) => permissions[scope] === 'write'),
    );
    assert.deepEqual(write, name === 'deploy.yml' ? ['pages', 'id-token'] : []);
  });

  test(`what a stranger proposes runs in ${name} without secrets, and is not taken for a command`, () => {
    for (const event of ['pull_request_target', 'workflow_run', 'issue_comment'])
      assert.ok(!(event in workflow.on), event);
    assert.doesNotMatch(text, /\bsecrets[.:[]/);
    for (const { run = '' } of listSteps(workflow)) assert.doesNotMatch(run, /\$\{\{/);
    if (isForForks(workflow)) assert.equal(workflow.concurrency?.['cancel-in-progress'], true);
  });

  test(`${name} uses actions by their commits, and keeps no key of the repository`, () => {
    for (const { uses = '', with: options } of listSteps(workflow).filter(({ uses }) => uses)) {
      assert.match(uses, /^actions\/[\w-]+@[0-9a-f]{40}$/);
      assert.match(text, new RegExp(`${uses} # v\\d+\\.\\d+\\.\\d+\n`));
      if (uses.startsWith('actions/checkout@'))
        assert.equal(options?.['persist-credentials'], false);
    }
  });

  test(`no job of ${name} runs without end`, () => {
    for (const job of Object.values(workflow.jobs))
      assert.ok(job.uses?.startsWith('./') ?? (job['timeout-minutes'] ?? Infinity) <= 30);
  });
}

test('what is deployed was verified, and its code was tested unless it is deployed already', () => {
  const deploy = workflows.find(({ name }) => name === 'deploy.yml')?.workflow;
  const commands = (deploy?.jobs.build?.steps ?? []).flatMap(({ run }) => run ?? []);
  const address = '-- --address "$ADDRESS"';
  assert.deepEqual(commands, ['npm ci', `npm run verify ${address}`, `npm run pdf ${address}`]);
  assert.equal(deploy?.jobs.test?.if, "needs.changes.outputs.code == 'true'");
  assert.match(deploy.jobs.build?.if ?? '', /\["success", "skipped"\].*needs\.test\.result/);
});

/** Creates a repository whose published commit has code and content, then changes one file. */
function compare(changed: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'deploy-'));
  const run = (command: string, env = {}) =>
    execFileSync('bash', ['-e', '-c', command], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, GITHUB_OUTPUT: 'output', ...env },
    });
  try {
    run(
      'git init -q && git config user.email a@example.org && git config user.name A && ' +
        'mkdir -p bin content src && echo a > content/a && echo a > src/a && git add . && git commit -qm One',
    );
    // A substitute for GitHub's list of runs.
    writeFileSync(join(folder, 'bin/gh'), '#!/bin/sh\ngit rev-parse HEAD^ 2> /dev/null\n', {
      mode: 0o755,
    });
    if (changed !== '') run(`echo b > ${changed} && git add ${changed} && git commit -qm Two`);
    const step = workflows
      .find(({ name }) => name === 'deploy.yml')
      ?.workflow.jobs.changes?.steps?.find(({ run }) => run?.includes('git diff'));
    run(step?.run ?? 'false', { PATH: `${join(folder, 'bin')}:${process.env.PATH ?? ''}` });
    return readFileSync(join(folder, 'output'), 'utf8').trim();
  } finally {
    rmSync(folder, { recursive: true });
  }
}

for (const [changed, expected] of [
  ['content/a', 'code=false'],
  ['src/a', 'code=true'],
  // Nothing is published yet.
  ['', 'code=true'],
] as const)
  test(`a push of “${changed}” asks for ${expected}`, () => {
    assert.equal(compare(changed), expected);
  });
