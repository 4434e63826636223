import postcss, { type ChildNode, type Rule } from 'postcss';
import { findAccent, findColour, type Palette, type Palettes } from '../metadata/palette.ts';

/** A rule for elements of a drawing, such as a `stroke-width` of `2px` for `.curve`. */
export interface DrawingRule {
  selector: string;
  declarations: [property: string, value: string][];
}

/** Properties that place a drawing in its page. */
const placing = ['display', 'width', 'height'];

/** The typefaces of a standalone drawing, with fallbacks for systems that lack those of the site. */
export const faces = {
  text: 'Newsreader, Georgia, serif',
  label: "'Geist Mono', ui-monospace, monospace",
};

/**
 * Reads the rules for figure drawings, which a style sheet nests under `.interactive svg`. That selector becomes `svg`.
 * Throws if the style sheet has no such rules.
 */
export function readDrawingRules(styles: string): DrawingRule[] {
  const drawing = postcss
    .parse(styles)
    .nodes.flatMap((node) => (node.type === 'atrule' && node.name === 'layer' ? node.nodes : []))
    .filter(isRule)
    .find(({ selector }) => selector === '.interactive svg');
  if (drawing === undefined) throw new Error('The style sheet has no rules for drawings.');
  const { declarations } = readRule(drawing);
  const own = declarations.filter(([property]) => !placing.includes(property));
  return [{ selector: 'svg', declarations: own }, ...drawing.nodes.filter(isRule).map(readRule)];
}

function isRule(node: ChildNode | undefined): node is Rule {
  return node?.type === 'rule';
}

function readRule({ selector, nodes }: Rule): DrawingRule {
  return {
    selector: selector.replace(/\s+/g, ' '),
    declarations: nodes.flatMap((node) => (node.type === 'decl' ? [[node.prop, node.value]] : [])),
  };
}

/**
 * Formats the style sheet of a standalone drawing, in light colours and, with `prefers-color-scheme`, in dark ones.
 * Colour variables become values, because some viewers do not support custom properties. `accent` names the hue of the
 * selected part. On paper there is no dark palette.
 */
export function formatDrawingStyle(
  rules: readonly DrawingRule[],
  { light, dark }: Pick<Palettes, 'light'> & Partial<Palettes>,
  accent = 'ink',
): string {
  const format = (some: readonly DrawingRule[], palette: Palette, theme: keyof Palettes) =>
    formatRules(some, { ...palette, accent: findAccent(palette, accent, theme) });
  if (dark === undefined) return format(rules, light, 'light');
  const coloured = rules.flatMap(({ selector, declarations }) => {
    const colours = declarations.filter(([, value]) => value.includes('var(--color-'));
    return colours.length > 0 ? [{ selector, declarations: colours }] : [];
  });
  return `${format(rules, light, 'light')}@media (prefers-color-scheme:dark){\n${format(coloured, dark, 'dark')}}\n`;
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
