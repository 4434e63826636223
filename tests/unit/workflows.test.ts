import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
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

test('pull requests are tested and audited', () => {
  const run = (command: string) => (one: Step) => one.run?.startsWith(command) ?? false;
  const forForks = workflows.filter(({ workflow }) => isForForks(workflow));
  for (const command of ['npm test', 'npm audit'])
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
