import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { rules, type Rule } from '../../lib/rule.ts';
import { projectFolder } from '../project.ts';

const fixtures = join(projectFolder, 'tests/fixtures');

/** The correction of a fault: other lines, another file name, or other files. */
export type Fix =
  | { kind: 'lines'; text: string }
  | { kind: 'rename'; path: string }
  | { kind: 'write'; files: Record<string, string> };

/** A fault of a fixture and its correction. */
export interface RuleExample {
  rule: Rule;
  /** The requirement of the rule. */
  says: string;
  fixture: string;
  file: string;
  line: number;
  /** The first and last line that the correction replaces. */
  lines: [first: number, last: number];
  /** The fault as the check reports it. */
  report: string;
  fix: Fix;
}

/** A row of `tests/fixtures/rules.yaml`, which documents its fields. */
interface ExampleRow {
  says: string;
  fixture?: string;
  at: string;
  lines?: [first: number, last: number];
  fixed?: string;
  rename?: string;
  write?: Record<string, string>;
}

/** Loads the example of each rule, in the order of the rules. */
export function loadRuleExamples(): RuleExample[] {
  const rows = parse(readFileSync(join(fixtures, 'rules.yaml'), 'utf8')) as Record<
    string,
    ExampleRow
  >;
  return rules.map((rule) => {
    const row = rows[rule];
    if (row === undefined) throw new Error(`tests/fixtures/rules.yaml has no example of ${rule}.`);
    return buildExample(rule, row);
  });
}

function buildExample(rule: Rule, row: ExampleRow): RuleExample {
  const { says, fixture = rule, at } = row;
  const [, file = '', digits] = /^(.*):(\d+):\d+$/.exec(at) ?? [];
  const line = Number(digits);
  const report = readReport(fixture)
    .split('\n\n')
    .find((block) => block.startsWith(`${at}  ${rule}\n`));
  if (report === undefined) throw new Error(`No ${rule} at ${at} is reported on ${fixture}.`);
  const { lines = [line, line] } = row;
  return { rule, says, fixture, file, line, lines, report, fix: findFix(row) };
}

/** The full report on a fixture. */
export function readReport(fixture: string): string {
  return readFileSync(join(fixtures, 'faults', fixture, 'expected.txt'), 'utf8').trimEnd();
}

function findFix({ at, fixed, rename, write }: ExampleRow): Fix {
  if (fixed !== undefined) return { kind: 'lines', text: fixed };
  if (rename !== undefined) return { kind: 'rename', path: rename };
  if (write !== undefined) return { kind: 'write', files: write };
  throw new Error(`tests/fixtures/rules.yaml has no fix of ${at}.`);
}

/** Returns the text of the file with the fault. */
export function readExampleFile({ fixture, file }: RuleExample): string {
  const [own, base] = [fixture, 'base'].map((folder) => join(fixtures, 'faults', folder, file));
  try {
    return readFileSync(own ?? '', 'utf8');
  } catch {
    return readFileSync(base ?? '', 'utf8');
  }
}
