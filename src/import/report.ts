import { formatFaults, type Fault } from '../lib/fault.ts';
import type { Plan, PlannedFile } from './plan.ts';

/** Formats a plan for a terminal. `isWritten` tells whether its files have been written. */
export function formatPlan(
  { program, files, taken, settings, unplaced }: Plan,
  isWritten: boolean,
): string {
  const parts = [
    `Read as ${program}.`,
    section(isWritten ? 'Written:' : 'To be written:', files.map(formatFile)),
    section('Not written, because the site has a file of this name:', taken.map(formatFile)),
    settings === ''
      ? ''
      : section('Settings of the old site, for content/site.yaml:', settings.trimEnd().split('\n')),
    section('Without a place on this site:', formatUnplaced(unplaced)),
  ];
  return parts.filter(Boolean).join('\n\n');
}

/** Formats parts without a place. Those of one kind stand below it. */
function formatUnplaced(unplaced: Plan['unplaced']): string[] {
  const byText = Map.groupBy(unplaced, ({ text }) => text);
  return Array.from(byText, ([text, group]) => {
    const places = group.map(({ file, line }) => `${file}:${line}`);
    return places.length === 1
      ? `${places.join('')}  ${text}`
      : [text, ...places.map((place) => `    ${place}`)].join('\n');
  });
}

function section(heading: string, lines: readonly string[]): string {
  return lines.length === 0 ? '' : [heading, ...lines.map((line) => `  ${line}`)].join('\n');
}

function formatFile({ path, from }: PlannedFile): string {
  return `${path}  from ${from.file}${from.line > 1 ? `:${from.line}` : ''}`;
}

/** Formats the faults that only the author can correct. A field that several files lack is told once. */
export function formatTasks(faults: readonly Fault[]): string {
  const isField = ({ rule, found }: Fault) => rule === 'missing-field' && found.startsWith('no “');
  const byField = Map.groupBy(faults.filter(isField), formatField);
  const lines = Array.from(byField, ([text, group]) => {
    const files = group.map(({ file }) => file);
    const more = files.length > 3 ? ` and ${files.length - 3} more` : '';
    return `  ${text}\n    in ${files.slice(0, 3).join(', ')}${more}`;
  });
  const others = faults.filter((fault) => !isField(fault));
  const parts = [
    lines.length === 0 ? '' : `Fields that only you can fill in:\n${lines.join('\n')}`,
    others.length === 0
      ? ''
      : `To do, as npm run check reports it:\n\n${formatFaults(others, { isShort: true })}`,
  ];
  return parts.filter(Boolean).join('\n\n');
}

/** Formats the field that a fault misses: its name, and the values that it takes. */
function formatField({ found, expected }: Fault): string {
  const name = found.replace(/^no “|”$/g, '');
  return `${name}: ${expected.replace(`${name}: `, '').replace(/\.*$/, '.')}`;
}
