import type { DataTable, Drawing, Panel, PrintedNumber } from './interactive-figure.ts';
import { formatNumber } from './number.ts';
import { splitScripts } from '../../lib/raised-signs.ts';
import { element, escape } from './svg.ts';

/** The panels of one figure as HTML, each drawn in both widths: a page shows the one that suits its room. */
export function renderPanels(wide: Drawing, narrow: Drawing): string[] {
  return wide.panels.map((panel, index) => {
    const other = narrow.panels[index];
    return element(
      'div',
      { class: 'panel' },
      element('p', { class: 'panel-title' }, escape(panel.title)),
      renderPicture(panel, 'wide'),
      other === undefined ? '' : renderPicture(other, 'narrow'),
    );
  });
}

function renderPicture({ width, height, description, svg }: Panel, name: string): string {
  const viewBox = `0 0 ${width} ${height}`;
  return element('svg', { class: name, viewBox, role: 'img', 'aria-label': description }, svg);
}

/** A number over a sign, as in 2/λ. */
const fraction = /\d\/\p{L}(?:<sub>.*?<\/sub>)?/gu;

/** Words as HTML. A power of ten stays on the line of its digits, and a fraction on one line. */
export function renderText(text: string): string {
  const pieces = splitScripts(text.replace(/(?<=\d) × (?=10)/g, '\u00a0×\u00a0')).map(
    ({ text, place }) => (place === undefined ? escape(text) : element(place, {}, escape(text))),
  );
  return pieces.join('').replace(fraction, '<span class="joined">$&</span>');
}

/** The content of a `<table>`, as HTML. */
export function renderTable({ columns, rows, names = 0 }: DataTable, caption: string): string {
  const head = columns.map((column) => element('th', { scope: 'col' }, renderText(column)));
  const body = rows.map((row) =>
    element('tr', {}, ...row.map((value, index) => renderCell(value, index === names))),
  );
  return `<caption class="sr-only">${escape(caption)}</caption><thead><tr>${head.join('')}</tr></thead><tbody>${body.join('')}</tbody>`;
}

function renderCell(value: string | number | PrintedNumber, isName: boolean): string {
  const own = typeof value === 'object' ? value.text : value;
  const words = renderText(typeof own === 'number' ? formatNumber(own) : own);
  return isName ? `<th scope="row">${words}</th>` : `<td>${words}</td>`;
}

/** The beginning of a formula in a spreadsheet, in letters of any width. */
const formula = /^(\s*[=+\-@＝＋－＠]|[\t\r\n])/;
const number = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/**
 * A table as CSV (RFC 4180), its numbers with all their digits: those that a page prints are rounded. Words that a
 * spreadsheet would compute begin with an apostrophe, as OWASP advises: https://owasp.org/www-community/attacks/CSV_Injection
 */
export function formatCsv({ columns, rows }: DataTable): string {
  const quote = (value: string | number | PrintedNumber) => {
    const words = String(typeof value === 'object' ? value.value : value);
    const text = formula.test(words) && !number.test(words) ? `'${words}` : words;
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return [columns, ...rows].map((row) => `${row.map(quote).join(',')}\r\n`).join('');
}
