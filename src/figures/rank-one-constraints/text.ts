import type { DataTable } from '../shared/interactive-figure.ts';
import { formatScript } from '../../lib/raised-signs.ts';
import type { AgeCheck, Check, Constraint } from './core.ts';

/** The name of a bit: b₀. */
export function nameBit(index: number): string {
  return `b${formatScript(String(index), 'sub')}`;
}

/** A constraint as an equation, without the factor 1. */
export function writeConstraint({ part, index }: Constraint, { circuit }: AgeCheck): string {
  const { bits, least } = circuit;
  if (part === 'difference') return `age − ${least} = d`;
  if (part === 'sum') return `${nameBit(0)} + … + ${2 ** (bits - 1)}${nameBit(bits - 1)} = d`;
  return `${nameBit(index)} (${nameBit(index)} − 1) = 0`;
}

/** The values in a constraint: “30 · 1 = 30, not 94”. */
export function writeValues({ left, right, product, output, holds }: Check): string {
  const pad = (value: number) => String(value).padStart(2, '\u00a0');
  return `${pad(left)} · ${pad(right)} = ${product}${holds ? '' : `, not ${output}`}`;
}

/** Accepted or rejected, and whether that is wrong. */
export function nameDecision({ isAccepted, isWrong }: AgeCheck): string {
  return `${isAccepted ? 'accepted' : 'rejected'}${isWrong ? ', wrongly' : ''}`;
}

/** How many of the constraints that are left hold or fail, with or without the noun. */
export function countConstraints(
  { checks, isAccepted }: AgeCheck,
  noun: 'constraints' | '' = '',
): string {
  const left = checks.filter(({ isDeleted }) => !isDeleted);
  const failed = left.filter(({ holds }) => !holds).length;
  const counted = (count: number | string) => (noun === '' ? String(count) : `${count} ${noun}`);
  if (!isAccepted) {
    return `${failed} of ${counted(left.length)} ${failed === 1 ? 'fails' : 'fail'}`;
  }
  if (left.length === checks.length) return `all ${counted(left.length)} hold`;
  return left.length === 1
    ? `the one ${noun && 'constraint '}left holds`
    : `the ${counted(left.length)} left hold`;
}

/** The difference of the age from the least one: “15 − 18 = −3”. */
export function writeDifference({ age, circuit: { least } }: AgeCheck): string {
  return `${age} − ${least} = ${String(age - least).replace('-', '−')}`;
}

export function summarize(check: AgeCheck): string {
  const { age, z, circuit, isAccepted, isOfAge, isWrong, reach } = check;
  const { prime, least } = circuit;
  const [, , d = NaN] = z;
  const isTrue = (age - least + prime) % prime === d;
  const difference = !isTrue
    ? `but the witness says d = ${d}`
    : age < least
      ? `which wraps around to d = ${d} modulo ${prime}`
      : `so d = ${d}`;
  const count = countConstraints(check, 'constraints');
  const statement = `the ${isOfAge ? 'true' : 'false'} statement “at least ${least}”`;
  const subject = isOfAge && !isAccepted && !isWrong ? `this witness of ${statement}` : statement;
  const ages =
    reach === prime ? 'every age' : `the ages ${least} to ${least + reach - 1} and for no other`;
  return [
    `${writeDifference(check)}, ${difference}.`,
    `${count.charAt(0).toUpperCase()}${count.slice(1)}: ${subject} is ${isAccepted ? 'accepted' : 'rejected'}.`,
    `With these constraints, some witness passes for ${ages}.`,
  ].join(' ');
}

/** A row for each constraint. */
export function tabulate(check: AgeCheck): DataTable {
  const { prime } = check.circuit;
  return {
    columns: [
      'Constraint',
      'A·z',
      'B·z',
      `A·z · B·z modulo ${prime}`,
      'C·z',
      'Holds',
      'In the circuit',
    ],
    rows: check.checks.map((row) => [
      writeConstraint(row.constraint, check),
      row.left,
      row.right,
      row.product,
      row.output,
      row.holds ? 'yes' : 'no',
      row.isDeleted ? 'deleted' : 'yes',
    ]),
  };
}
