import { findColour, type Palette, type Palettes } from '../metadata/palette.ts';

/** What a style sheet says of elements of a drawing: `.curve` has `stroke-width` of `2px`. */
export interface DrawingRule {
  selector: string;
  declarations: [property: string, value: string][];
}

interface Rule extends DrawingRule {
  rules: Rule[];
}

/** What places a drawing in its page, and says nothing of the drawing. */
const placing = ['display', 'width', 'height'];

/** The faces of a drawing that stands by itself: where those of the site are not there, some of their kind. */
export const faces = {
  text: 'Newsreader, Georgia, serif',
  label: "'Geist Mono', ui-monospace, monospace",
};

/**
 * The rules for what is within the drawings of figures, from the style sheet that has them under
 * `.interactive svg`; that selector itself becomes `svg`. Throws where they are not there.
 */
export function readDrawingRules(styles: string): DrawingRule[] {
  const layers = parseRules(styles).filter(({ selector }) => selector.startsWith('@layer'));
  const drawing = layers
    .flatMap(({ rules }) => rules)
    .find(({ selector }) => selector === '.interactive svg');
  if (drawing === undefined) throw new Error('The style sheet has no rules for drawings.');
  const { declarations, rules } = drawing;
  const own = declarations.filter(([property]) => !placing.includes(property));
  return [{ selector: 'svg', declarations: own }, ...rules];
}

function parseRules(styles: string): Rule[] {
  const root: Rule = { selector: '', declarations: [], rules: [] };
  const open = [root];
  const parts = styles.replace(/\/\*[^]*?\*\//g, '').matchAll(/([^{};]*)([{};])/g);
  for (const [, words = '', end] of parts) {
    const text = words.trim().replace(/\s+/g, ' ');
    if (end === '{') {
      const rule: Rule = { selector: text, declarations: [], rules: [] };
      open.at(-1)?.rules.push(rule);
      open.push(rule);
      continue;
    }
    const [, property, value] = /^([\w-]+): ?(.*)$/.exec(text) ?? [];
    if (property !== undefined) open.at(-1)?.declarations.push([property, value ?? '']);
    if (end === '}') open.pop();
  }
  return root.rules;
}

/**
 * The rules as the style sheet of a drawing that stands by itself, in the light colours and, where a reader
 * prefers them, the dark ones: each value stands where the site names it, for not all that shows drawings
 * knows names. `accent` is the name of the hue that marks what is chosen.
 */
export function formatDrawingStyle(
  rules: readonly DrawingRule[],
  { light, dark }: Palettes,
  accent = 'ink',
): string {
  const format = (some: readonly DrawingRule[], palette: Palette) =>
    formatRules(some, { ...palette, accent: findColour(palette, accent) });
  const coloured = rules.flatMap(({ selector, declarations }) => {
    const colours = declarations.filter(([, value]) => value.includes('var(--color-'));
    return colours.length > 0 ? [{ selector, declarations: colours }] : [];
  });
  return `${format(rules, light)}@media (prefers-color-scheme:dark){\n${format(coloured, dark)}}\n`;
}

function formatRules(rules: readonly DrawingRule[], palette: Palette): string {
  const resolve = (value: string) =>
    value.replace(/var\(--(\w+)-([\w-]+)\)/g, (_, kind: string, name: string) =>
      kind === 'font' && name in faces
        ? faces[name as keyof typeof faces]
        : findColour(palette, name),
    );
  return rules
    .map(({ selector, declarations }) => {
      const list = declarations.map(([property, value]) => `${property}:${resolve(value)}`);
      return `${selector}{${list.join(';')}}\n`;
    })
    .join('');
}
