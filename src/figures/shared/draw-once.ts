import type { Drawing, InteractiveFigure } from './interactive-figure.ts';
import type { Values } from './parameter.ts';

const drawings = new Map<string, Drawing>();

/**
 * Computes and draws a figure with these values. A body is rendered for its page and again for its other forms, and
 * some figures take a second to compute: each is computed once in a build.
 *
 * @param name the folder of the figure
 */
export function drawOnce(
  name: string,
  figure: InteractiveFigure,
  values: Values,
  input: unknown,
): Drawing {
  const draw = () => figure.draw(figure.compute(values, input), values, input);
  // In `dev` the code of a figure may change.
  if (!import.meta.env.PROD) return draw();
  const key = JSON.stringify([name, values, input]);
  const drawing = drawings.get(key) ?? draw();
  drawings.set(key, drawing);
  return drawing;
}
