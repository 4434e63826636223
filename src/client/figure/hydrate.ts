import { listChosen, readValues, type Values } from '../../figures/shared/parameter.ts';
import { readAddress, writeAddress, writePermalink } from './address.ts';
import { createComputer } from './compute.ts';
import { Controls } from './controls.ts';
import { enableDownloads, disableDownloads } from './download.ts';
import { loadFigure } from './load.ts';
import { Picture } from './picture.ts';
import { Scanner } from './scan.ts';

/** Hydrates a figure: from now on it follows its controls. */
export async function hydrate(root: HTMLElement): Promise<void> {
  const { figure: folder = '', input: text } = root.dataset;
  const figure = await loadFigure(folder);
  const input: unknown = text === undefined ? undefined : JSON.parse(text);
  const controls = new Controls(root, figure.listParameters?.(input) ?? figure.parameters);
  const { parameters } = controls;
  const picture = new Picture(root);
  const compute = createComputer(folder, figure, input, (result, values, isLast) => {
    const drawing = figure.draw(result, values, input);
    picture.show(drawing, isLast);
    scanner.show(drawing);
  });

  /** Resolves when the newest values are drawn. */
  let drawn = Promise.resolve();
  const draw = (values: Values) => {
    drawn = compute(values).catch((error: unknown) => {
      controls.remove();
      disableDownloads(root);
      picture.say('This could not be computed; the picture is the last that could be.');
      throw error;
    });
  };
  const update = () => {
    const values = controls.read();
    controls.limit(values);
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
  if (address.size > 0) controls.fill(readValues(parameters, (name) => address.get(name)));
  // A figure of a worker keeps the drawing of the build; others are drawn again, which enables the pointer in them.
  if (address.size > 0 || figure.compute !== undefined) update();
  await drawn;
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
