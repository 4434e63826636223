import { listChosen, readValues, type Values } from '../../figures/shared/parameter.ts';
import { followLink, readAddress, writeAddress, writePermalink } from './address.ts';
import { createComputer } from './compute.ts';
import { Controls } from './controls.ts';
import { enableDownloads, disableDownloads } from './download.ts';
import { find } from './find.ts';
import { loadParameters } from './load.ts';
import { Picture } from './picture.ts';
import { words } from '../words.ts';
import { Scanner } from './scan.ts';

/** Follows a link to a state of a figure, and scrolls to the figure if the middle of its pictures is out of sight. */
export function follow(link: HTMLAnchorElement, root: HTMLElement): void {
  followLink(link, root.id);
  const { top, bottom } = find(root, '.panels', HTMLElement).getBoundingClientRect();
  if (top + bottom < 0 || top + bottom > 2 * innerHeight) root.scrollIntoView();
}

/** Hydrates a figure: from now on it follows its controls. It is first computed when a reader touches it. */
export async function hydrate(root: HTMLElement): Promise<void> {
  const { figure: folder = '', input: text } = root.dataset;
  const input: unknown = text === undefined ? undefined : JSON.parse(text);
  const controls = new Controls(root, await loadParameters(folder, input));
  const { parameters } = controls;
  /** Resolves when the newest values are drawn. */
  let drawn = Promise.resolve();
  const draw = (values: Values) => {
    picture.wait();
    drawn = compute(values, picture.width).catch((error: unknown) => {
      controls.remove();
      disableDownloads(root);
      picture.say(words.notComputed);
      throw error;
    });
  };
  const picture = new Picture(root, () => draw(controls.read()));
  const compute = createComputer(folder, input, (drawing, isLast) => {
    picture.show(drawing, isLast);
    scanner.show(drawing);
  });
  /** Marks the links of the text to the state that is shown. */
  const links = [...document.querySelectorAll<HTMLAnchorElement>(`a.state-link`)].filter(
    ({ hash }) => hash === `#${root.id}`,
  );
  const markLinks = (values: Values) => {
    for (const link of links) {
      const asked = readAddress(root.id, link.search);
      const linked = readValues(parameters, (name) => asked.get(name));
      link.ariaCurrent = String(JSON.stringify(linked) === JSON.stringify(values));
    }
  };
  const update = () => {
    const values = controls.read();
    controls.limit(values);
    markLinks(values);
    draw(values);
  };
  const keep = () => {
    const chosen = listChosen(parameters, controls.read());
    writePermalink(root, chosen);
    writeAddress(root.id, chosen);
  };
  const choose = () => {
    update();
    keep();
  };
  const scanner = new Scanner(root, controls, { preview: draw, update, choose });

  const address = readAddress(root.id);
  if (address.size > 0) {
    controls.fill(readValues(parameters, (name) => address.get(name)));
    update();
    await drawn;
  }
  // To draw it again enables the pointer in it. A figure that takes long keeps the drawing of the build.
  if (root.dataset.heavy === undefined)
    for (const touch of ['pointerenter', 'focusin'])
      root.addEventListener(touch, () => picture.drawing ?? update(), { once: true });
  controls.enable(update, keep);
  writePermalink(root, listChosen(parameters, controls.read()));
  // Going back and forth restores the state of each address.
  addEventListener('popstate', () => {
    const address = readAddress(root.id);
    const values = readValues(parameters, (name) => address.get(name));
    if (JSON.stringify(values) === JSON.stringify(controls.read())) return;
    controls.fill(values);
    update();
    writePermalink(root, listChosen(parameters, controls.read()));
  });
  enableDownloads(root, async () => {
    if (picture.drawing === undefined) update();
    await drawn;
    return picture.settle();
  });
}
