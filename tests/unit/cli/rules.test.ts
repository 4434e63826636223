import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { checkContent } from '../../../src/cli/check.ts';
import { applyEdits, fixContent } from '../../../src/cli/fix.ts';
import { loadRuleExamples, type RuleExample } from '../../../src/cli/docs/rule-examples.ts';
import { formatFaults, type Fault } from '../../../src/lib/fault.ts';
import { rules, type Rule } from '../../../src/lib/rule.ts';
import { noticeRules } from '../../../src/lib/notice.ts';
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

/**
 * Returns each text of a file in which `nearest` replaces a part of `found`: only the right one, if
 * the fault says which that is.
 */
function listMended(bytes: Buffer, fault: Fault): string[] {
  const { line, column, nearest = '', edits } = fault;
  if (edits) return [applyEdits(bytes, edits).text];
  const text = bytes.toString();
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

/** Returns the number of faults of each rule in each file. */
function countFaults(faults: readonly Fault[]): Map<string, number> {
  const groups = Map.groupBy(faults, ({ rule, file }) => `${rule} in ${file}`);
  return new Map(Array.from(groups, ([group, { length }]) => [group, length]));
}

/** Whether a file with this fault, or under this name, is not read, so that its other faults are hidden. */
const isHiding = ({ rule }: Fault) => /^(malformed-|unreadable-|unexpected-|bad-slug)/.test(rule);

/** Whether a fault is gone, and no other has come that it did not hide. */
function isMended(fault: Fault, before: readonly Fault[], after: readonly Fault[]): boolean {
  const group = `${fault.rule} in ${fault.file}`;
  const [old, now] = [countFaults(before), countFaults(after)];
  const isGone = (now.get(group) ?? 0) < (old.get(group) ?? 0);
  // Notices are only looked for without faults.
  const isNew = (one: Fault) =>
    !noticeRules.has(one.rule) && (!isHiding(fault) || (isHiding(one) && one.file === fault.file));
  return (
    isGone &&
    after.filter(isNew).every((one) => {
      const group = `${one.rule} in ${one.file}`;
      return (now.get(group) ?? 0) <= (old.get(group) ?? 0);
    })
  );
}

function moveFile(path: string, place: string): void {
  mkdirSync(dirname(place), { recursive: true });
  renameSync(path, place);
}

/** Whether one of the versions with the nearest value mends a fault. */
async function isAccepted(name: string, fault: Fault, before: Fault[]): Promise<boolean> {
  const root = buildFaultProject(scratch, name);
  const { rule, file, nearest = '' } = fault;
  const path = join(root, file);
  const isName = rule === 'bad-slug' || rule === 'bad-translation';
  const place = isName ? join(dirname(path), nearest) : join(root, nearest);
  const versions: (() => void)[] =
    isName || rule === 'unexpected-file'
      ? [() => moveFile(path, place)]
      : listMended(readFileSync(path), fault).map((text) => () => writeFileSync(path, text));
  for (const write of versions) {
    write();
    if (isMended(fault, before, await findFaults(root))) return true;
  }
  return false;
}

for (const name of faultFixtureNames)
  test(`each nearest right value of ${name} is accepted`, async () => {
    const faults = await findFaults(buildFaultProject(scratch, name));
    const refused: Fault[] = [];
    for (const fault of faults.filter(({ nearest, edits }) => nearest ?? edits))
      if (!(await isAccepted(name, fault, faults))) refused.push(fault);
    assert.equal(refused.length, 0, formatFaults(refused));
  });

for (const name of faultFixtureNames)
  test(`--fix corrects what it can of ${name}`, async () => {
    const root = buildFaultProject(scratch, name);
    const before = await findFaults(root);
    const isSure = ({ edits }: Fault) => edits !== undefined;
    await fixContent(root, () => findFaults(root));
    const after = await findFaults(root);
    const left = after.filter(isSure);
    assert.equal(left.length, 0, formatFaults(left));
    const counts = countFaults(before);
    // A file that could not be read has other faults, which now show, and so have notices.
    const files = new Set(
      before.filter((one) => isHiding(one) && isSure(one)).map((one) => one.file),
    );
    const more = [
      ...countFaults(after.filter(({ file, rule }) => !files.has(file) && !noticeRules.has(rule))),
    ].filter(([group, count]) => count > (counts.get(group) ?? 0));
    assert.deepEqual(more, []);
  });

/** The rules that neither --fix nor a nearest value mends, and why not. */
const byHand: Partial<Record<Rule, string>> = {
  'foreign-file': 'only the author has the file',
  'unreadable-text': 'the letters are lost',
  'text-direction': 'either of two characters can be the wrong one',
  'too-large': 'what to leave out is for the author to say',
  'too-deep': 'what to leave out is for the author to say',
  'duplicate-order': 'the order is for the author to say',
  'missing-field': 'only the author knows the value',
  'duplicate-value': 'either of the two can be meant',
  'stated-twice': 'either of the two can be meant',
  'ended-before-started': 'either date can be wrong',
  'taken-address': 'either of two pages can be meant',
  'unlinked-file': 'where a file belongs is for the author to say',
  'bad-tag': 'only the author knows the words',
  'malformed-table': 'only the author knows the cells',
  'bad-image': 'the file has to be saved again',
  'removed-from-image': 'nothing is wrong in the text',
  'bad-caption': 'where the block belongs is for the author to say',
  'missing-alt-text': 'only the author knows what the picture shows',
  'missing-link-text': 'only the author knows the words',
  'bibtex-duplicate-key': 'which entry stays is for the author to say',
  'bibtex-missing-field': 'only the author knows the value',
  'bibtex-unused': 'the work may be kept for later',
  'bibtex-duplicate-work': 'which entry stays is for the author to say',
  'undrawn-letters': 'only the author knows other words',
  'moved-colour': 'the colour is for the author to say',
};

test('each rule has a correction, a nearest value, or a reason to have none', async () => {
  const faults = await Promise.all(
    faultFixtureNames.map((name) => findFaults(buildFaultProject(scratch, name))),
  );
  const helped = new Set(
    faults
      .flat()
      .filter(({ edits, nearest }) => edits ?? nearest)
      .map(({ rule }) => rule),
  );
  assert.deepEqual(
    rules.filter((rule) => !helped.has(rule)),
    rules.filter((rule) => rule in byHand),
  );
});
