import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { checkContent } from '../../../src/cli/check.ts';
import { formatFaults, type Fault } from '../../../src/lib/fault.ts';
import { rules } from '../../../src/lib/rule.ts';
import type { Files, Mutant } from './sources.ts';

/** The result of the check of a mutant. */
export interface Finding {
  index: number;
  faults: number;
  complaints: string[];
  /** The CPU time of the check, in ms. */
  time: number;
}

/**
 * The time limit of a check: a multiple of the time for the intact site, and at least a fixed
 * time.
 */
const mostTimes = 10;
const leastBound = 1000;

export function writeFiles(root: string, files: Files): void {
  for (const [path, bytes] of files) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), bytes);
  }
}

async function measure<T>(work: () => Promise<T>): Promise<{ result: T; time: number }> {
  const start = process.threadCpuUsage();
  const result = await work();
  const { user, system } = process.threadCpuUsage(start);
  return { result, time: (user + system) / 1000 };
}

/** Measures the check of the content below `root`: the minimum of a few times, in ms. */
export async function measureCheck(root: string): Promise<number> {
  const times: number[] = [];
  while (times.length < 4) times.push((await measure(() => checkContent(root))).time);
  return Math.min(...times);
}

/**
 * Checks a mutant of the site below `root`, whose check takes `usual` ms, and restores the site.
 */
export async function examine(mutant: Mutant, root: string, usual: number): Promise<Finding> {
  const { index, file, bytes, source } = mutant;
  const place = join(root, file);
  writeFileSync(place, bytes);
  try {
    const { result, time } = await measure(() => checkContent(root));
    const all = [...result.faults, ...result.notices];
    const text = bytes.toString('utf8');
    return {
      index,
      faults: result.faults.length,
      time,
      complaints: [
        ...all.flatMap((fault) => checkFault(fault, root, text)),
        ...findDoubles(all),
        ...checkTime(time, usual, bytes.length / Math.max(source.files.get(file)?.length ?? 1, 1)),
        ...checkFiles(root, mutant),
      ],
    };
  } catch (error) {
    const { stack = '' } = error as Error;
    const where = stack.split('\n').slice(0, 4).join(' ').replaceAll(/\s+/g, ' ');
    return { index, faults: 1, time: 0, complaints: [`the check ends with ${where}`] };
  } finally {
    writeFileSync(place, source.files.get(file) ?? '');
  }
}

/** Returns the defects of a report. */
function checkFault(fault: Fault, root: string, mutated: string): string[] {
  const { rule, file, line, column, found, expected, fix } = fault;
  const words = [found, expected, fix];
  const told = `${rule} at ${file}:${line}:${column}`;
  const complaints = [
    !rules.includes(rule) && 'its rule is not known',
    words.some((text) => text.trim() === '') && 'it leaves something unsaid',
    !Number.isInteger(line) && 'its line is no number',
    !Number.isInteger(column) && 'its column is no number',
    [expected, fix].some((text) => /\[object |\bundefined\b|\bNaN\b/.test(text)) &&
      !/undefined|NaN|\[object /.test(mutated) &&
      `it says “${expected}” and “${fix}”`,
    !isWithin(fault, root) && 'its place is not in the file',
  ];
  return complaints.filter((one) => one !== false).map((one) => `${told}: ${one}`);
}

function isWithin({ file, line, column }: Fault, root: string): boolean {
  const path = join(root, file);
  if (line === 1 && column === 1) return true;
  if (!existsSync(path)) return false;
  const text = readFileSync(path, 'utf8').replace(/^\ufeff/, '');
  const lines = text.split(/\r\n|[\n\r]/);
  // Something missing at the end of a line or file is located after its last character.
  const width = Math.max((lines[line - 1] ?? '').length, text.split('\n')[line - 1]?.length ?? 0);
  return line >= 1 && line <= lines.length && column >= 1 && column <= width + 1;
}

function findDoubles(faults: readonly Fault[]): string[] {
  const told = faults.map((fault) => formatFaults([fault]));
  const double = told.find((one, index) => told.indexOf(one) !== index);
  return double === undefined ? [] : [`told twice: ${double.replaceAll(/\s+/g, ' ')}`];
}

function checkTime(time: number, usual: number, growth: number): string[] {
  const bound = Math.max(leastBound, usual * mostTimes * Math.max(1, growth));
  if (time <= bound) return [];
  return [`the check takes ${Math.round(time)} ms, and ${Math.round(usual)} ms without the damage`];
}

/** The check must not change or add files. */
function checkFiles(root: string, { file, bytes, source }: Mutant): string[] {
  const found = readdirSync(join(root, 'content'), { recursive: true, withFileTypes: true });
  const count = found.filter((entry) => entry.isFile()).length;
  if (count !== source.files.size) return ['the check made or removed a file'];
  return readFileSync(join(root, file)).equals(bytes) ? [] : ['the check wrote into the file'];
}
