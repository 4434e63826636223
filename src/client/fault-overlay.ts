// Shows the faults of the content on the pages of the dev server. Built pages do not include it.

export interface ShownFault {
  rule: string;
  file: string;
  line: number;
  column: number;
  found: string;
  expected: string;
  nearest?: string;
  fix: string;
  /** The absolute path of the file, for the editor. */
  path: string;
  /** The pages that the fault concerns, from the root of the site. Absent means all pages. */
  pages?: string[] | undefined;
}

const base = import.meta.env.BASE_URL.replace(/\/$/, '');

const styles = `
  :host { all: initial }
  :host { color-scheme: light dark; font: 15px/1.5 ui-monospace, monospace }
  dialog, .mark {
    background: light-dark(#fff, #171a1d); color: light-dark(#16181b, #eceae4);
    border: 2px solid light-dark(#b3261e, #ff9b7a); box-sizing: border-box;
  }
  dialog { max-width: min(60rem, 100vw - 2rem); max-height: calc(100dvh - 2rem); padding: 1rem 1.5rem 1.5rem; overflow: auto }
  dialog::backdrop { background: rgb(0 0 0 / 40%) }
  header { display: flex; gap: 1rem; align-items: baseline; justify-content: space-between }
  h2 { font-size: 1.2em; margin: 0 }
  article { border-top: 1px solid; margin-top: 1rem; padding-top: 1rem }
  button { font: inherit; color: inherit; background: none; border: 1px solid; padding: .25rem .75rem; cursor: pointer }
  button.place { border: 0; padding: 0; min-height: 24px; text-decoration: underline; text-align: left; overflow-wrap: anywhere }
  dl { display: grid; grid-template-columns: 6rem minmax(0, 1fr); margin: .5rem 0 0 }
  dt, dd { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere }
  dt { opacity: .75 }
  .mark { position: fixed; inset: auto 1rem 1rem auto; z-index: 2147483647; padding: .5rem .75rem; min-height: 24px }
  :focus-visible { outline: 3px solid light-dark(#2a45c8, #93a7ff); outline-offset: 2px }
`;

const host = document.createElement('div');
const root = host.attachShadow({ mode: 'open' });
const sheet = new CSSStyleSheet();
sheet.replaceSync(styles);
root.adoptedStyleSheets = [sheet];

function build<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties: Partial<HTMLElementTagNameMap[Name]>,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
}

function buildFault(fault: ShownFault): HTMLElement {
  const place = `${fault.file}:${fault.line}:${fault.column}`;
  const open = () => {
    const file = encodeURIComponent(`${fault.path}:${fault.line}:${fault.column}`);
    void fetch(`${base}/__open-in-editor?file=${file}`);
  };
  const rows = (['found', 'expected', 'nearest', 'fix'] as const).flatMap((name) => {
    const text = fault[name];
    return text === undefined ? [] : [build('dt', {}, name), build('dd', {}, text)];
  });
  return build(
    'article',
    {},
    build('button', { className: 'place', title: 'Open in the editor', onclick: open }, place),
    `  ${fault.rule}`,
    build('dl', {}, ...rows),
  );
}

/** Whether a fault concerns the current page. */
function isConcerned({ pages }: ShownFault): boolean {
  const path = location.pathname.slice(base.length).replace(/(?:index\.html)?$/, '');
  return pages === undefined || pages.includes(path.endsWith('/') ? path : `${path}/`);
}

/** The faults in the dialog that the reader closed last. */
let closed = '';

function show(faults: ShownFault[]): void {
  root.replaceChildren();
  if (faults.length === 0) {
    host.remove();
    return;
  }
  const count = `${faults.length} ${faults.length === 1 ? 'fault' : 'faults'} in the content`;
  const own = faults.filter(isConcerned);
  const dialog = build(
    'dialog',
    { ariaLabel: count },
    build(
      'header',
      {},
      build('h2', {}, count),
      build('button', { onclick: () => dialog.close() }, 'Close'),
    ),
    ...[...own, ...faults.filter((fault) => !own.includes(fault))].map(buildFault),
  );
  const state = JSON.stringify(own);
  dialog.onclose = () => (closed = state);
  const mark = build('button', { className: 'mark', onclick: () => dialog.showModal() }, count);
  root.append(mark, dialog);
  document.body.append(host);
  if (own.length > 0 && closed !== state) dialog.showModal();
}

import.meta.hot?.on('faults', show);
import.meta.hot?.send('faults:ask');
