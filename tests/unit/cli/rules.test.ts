import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { checkContent } from '../../../src/cli/check.ts';
import { loadRuleExamples, type RuleExample } from '../../../src/cli/docs/rule-examples.ts';
import { formatFaults, noticeRules, type Fault } from '../../../src/lib/fault.ts';
import { buildFaultProject, faultFixtureNames } from '../../support/fault-fixtures.ts';

const scratch = mkdtempSync(join(tmpdir(), 'rules-'));
after(() => rmSync(scratch, { recursive: true }));

async function findFaults(root: string): Promise<Fault[]> {
  const { faults, notices } = await checkContent(root);
  return [...faults, ...notices];
}

function replaceLines(file: string, [first, last]: [number, number], text: string): void {
  const lines = readFileSync(file, 'utf8').split('\n');
  writeFileSync(file, lines.toSpliced(first - 1, last - first + 1, ...text.split('\n')).join('\n'));
}

/** Applies the correction of an example to a project. Returns the corrected lines by file. */
function applyFix(root: string, { file, lines, fix }: RuleExample): [string, number, number][] {
  if (fix.kind === 'lines') {
    replaceLines(join(root, file), lines, fix.text);
    return [[file, lines[0], lines[0] + fix.text.split('\n').length - 1]];
  }
  if (fix.kind === 'rename') {
    renameSync(join(root, file), join(root, fix.path));
    return [[fix.path, 1, Infinity]];
  }
  return Object.entries(fix.files).map(([path, text]) => {
    // It may be a link.
    rmSync(join(root, path), { force: true });
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
    return [path, 1, Infinity];
  });
}

for (const example of loadRuleExamples())
  test(`the fixed example of ${example.rule} has no fault`, async () => {
    const root = buildFaultProject(scratch, example.fixture);
    const { rule, file, line } = example;
    const count = (faults: Fault[]) =>
      faults.filter((fault) => fault.rule === rule && fault.file === file).length;
    const before = await findFaults(root);
    assert.ok(before.some((one) => one.rule === rule && one.file === file && one.line === line));
    const fixed = applyFix(root, example);
    const remaining = await findFaults(root);
    const inside = remaining.filter((fault) =>
      fixed.some(
        ([path, first, last]) => fault.file === path && fault.line >= first && fault.line <= last,
      ),
    );
    assert.equal(inside.length, 0, formatFaults(inside));
    assert.ok(count(remaining) < count(before), formatFaults(remaining));
    const more = remaining.filter((one) => !noticeRules.has(one.rule)).length - before.length;
    assert.ok(more < 0 || noticeRules.has(rule), formatFaults(remaining));
  });

/** Returns the parts of a line that `nearest` may replace, the likeliest first. */
function listParts(line: string, { column, found }: Fault): string[] {
  const [, key = '', value = ''] = /^(?:- )?([\w@-]+): ?(.*)$/.exec(found) ?? [];
  const words = found.match(/[^\s()[\]{}<>"'`|,]+/g) ?? [];
  const all = [found, value, key, ...words, ...found.split(/\s+/), line.slice(column - 1)];
  return [...new Set(all)].filter((part) => part !== '');
}

/** Returns each text of a file in which `nearest` replaces a part of `found`. */
function listMended(text: string, fault: Fault): string[] {
  const { line, column, nearest = '' } = fault;
  const lines = text.split('\n');
  const whole = lines[line - 1] ?? '';
  const start = lines.slice(0, line - 1).reduce((sum, { length }) => sum + length + 1, 0);
  return listParts(whole, fault).flatMap((part) => [
    ...[start + column - 1, start].map(
      (from) => text.slice(0, from) + text.slice(from).replace(part, () => nearest),
    ),
    // The two tags of an element, or a work that is cited twice.
    lines
      .with(
        line - 1,
        whole.replaceAll(part, () => nearest),
      )
      .join('\n'),
  ]);
}

function isUnreadable({ rule }: Fault): boolean {
  return /^(malformed-|unreadable-|bibtex-syntax)/.test(rule);
}

/** Whether one of these versions removes a fault and leaves the file as readable as before. */
async function isAccepted(name: string, fault: Fault, before: Fault[]): Promise<boolean> {
  const root = buildFaultProject(scratch, name);
  const { rule, file, nearest = '' } = fault;
  const path = join(root, file);
  const place = rule === 'bad-slug' ? join(dirname(path), nearest) : join(root, nearest);
  const versions: (() => void)[] = ['bad-slug', 'unexpected-file'].includes(rule)
    ? [() => renameSync(path, place)]
    : listMended(readFileSync(path, 'utf8'), fault).map((text) => () => writeFileSync(path, text));
  const count = (faults: Fault[]) => faults.filter((one) => one.rule === rule).length;
  for (const write of versions) {
    write();
    const after = await findFaults(root);
    const isGone = count(after) < count(before);
    if (isGone && after.filter(isUnreadable).length <= before.filter(isUnreadable).length)
      return true;
  }
  return false;
}

for (const name of faultFixtureNames)
  test(`each nearest right value of ${name} is accepted`, async () => {
    const faults = await findFaults(buildFaultProject(scratch, name));
    const refused: Fault[] = [];
    for (const fault of faults.filter(({ nearest }) => nearest !== undefined))
      if (!(await isAccepted(name, fault, faults))) refused.push(fault);
    assert.equal(refused.length, 0, formatFaults(refused));
  });
