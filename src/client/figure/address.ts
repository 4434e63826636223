import { find } from './find.ts';

/** The chosen values of a figure, by the names of its parameters. */
type Chosen = readonly (readonly [name: string, value: string])[];

/** The time between the last change of a control and that of the address, ms: Safari limits the number of changes. */
const stillness = 250;

/** The values that an address gives to the parameters of a figure: `?fig-steps.layers=3`. */
export function readAddress(id: string, search = location.search): Map<string, string> {
  const start = `${id}.`;
  return new Map(
    [...new URLSearchParams(search)].flatMap(([name, value]) =>
      name.startsWith(start) ? [[name.slice(start.length), value]] : [],
    ),
  );
}

/** Makes the link of a figure lead to its present state, as an absolute address where the build wrote one. */
export function writePermalink(root: HTMLElement, chosen: Chosen): void {
  const link = find(root, '.permalink', HTMLAnchorElement);
  const choose = (address: string) => {
    const url = new URL(address, location.href);
    url.search = '';
    for (const [name, value] of chosen) url.searchParams.set(`${root.id}.${name}`, value);
    return url.href;
  };
  link.textContent = choose(link.textContent.trim());
  link.href = choose(link.href);
}

/** Changes of the address that are due, by the ids of the figures. */
const waiting = new Map<string, { timer: number; write: () => void }>();

addEventListener('pagehide', flush);

/** Writes the changes that are due. */
function flush(): void {
  for (const { timer, write } of waiting.values()) {
    clearTimeout(timer);
    write();
  }
}

/**
 * Writes the state of a figure into the address of the page, so that a reload or a link shows it again. It replaces
 * the entry of the history, so that going back leads to the same page as before.
 */
export function writeAddress(id: string, chosen: Chosen): void {
  clearTimeout(waiting.get(id)?.timer);
  const { hash } = location;
  const write = () => {
    waiting.delete(id);
    const page = buildPage(id, chosen);
    // A reader who has followed another link on the page stays there.
    if (location.hash !== hash) page.hash = location.hash;
    history.replaceState(history.state, '', page);
  };
  waiting.set(id, { timer: window.setTimeout(write, stillness), write });
}

/**
 * Follows a link to a state of a figure without loading the page again. The other figures keep their states, and going
 * back leads to the present one.
 */
export function followLink({ search }: HTMLAnchorElement, id: string): void {
  flush();
  const page = buildPage(id, [...readAddress(id, search)]);
  if (page.href !== location.href) history.pushState(null, '', page);
  dispatchEvent(new PopStateEvent('popstate'));
}

/** The address of the page with these values of a figure. */
function buildPage(id: string, chosen: Chosen): URL {
  const page = new URL(location.href);
  for (const name of [...page.searchParams.keys()])
    if (name.startsWith(`${id}.`)) page.searchParams.delete(name);
  for (const [name, value] of chosen) page.searchParams.set(`${id}.${name}`, value);
  page.hash = id;
  return page;
}
