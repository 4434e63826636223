/** An element of MathML, of whatever tree it is. */
export interface MathNode {
  name: string;
  children: readonly (MathNode | string)[];
  attribute: (name: string) => string | null | undefined;
}

/** Writes MathML in plain characters: CO₂, xⁿ⁺¹, 1/(2N). */
export function readMath(math: MathNode | string): string {
  return (
    read(math)
      // This invisible sign follows the name of a function, as in “log n” and “max(a, b)”.
      .replace(/\u2061(?=\s*[([{])/g, '')
      .replace(/[\s\u2061]+/g, ' ')
      .trim()
  );
}

const lowered = buildMap(
  '0123456789+-−=()aehijklmnoprstuvxβγρφχ',
  '₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵪ',
);
const raised = buildMap(
  '0123456789+-−=()abcdefghijklmnoprstuvwxyz⊤T*∗∘′',
  '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᵀᵀ**°′',
);
const doubleStruck = buildMap('CHNPQRZ', 'ℂℍℕℙℚℝℤ');

/** Marks above a letter, as characters that join it. */
const accents = buildMap(
  '^~ˉ¯‾˙¨⃗→ˇ´`˘',
  '\u0302\u0303\u0304\u0304\u0304\u0307\u0308\u20d7\u20d7\u030c\u0301\u0300\u0306',
);

function buildMap(from: string, to: string): ReadonlyMap<string, string> {
  const targets = [...to];
  return new Map([...from].map((letter, index) => [letter, targets[index] ?? '']));
}

function read(node: MathNode | string): string {
  if (typeof node === 'string') return node;
  const elements = node.children.filter((child) => typeof child !== 'string');
  const [base = '', second = '', third = ''] = elements.map(read);
  switch (node.name) {
    case 'annotation':
    case 'mphantom':
      return '';
    case 'mspace':
      return ' ';
    case 'msub':
    case 'munder':
      return base + shift(second, 'sub');
    case 'msup':
      return base + shift(second, 'sup');
    case 'mover':
      // A line over several letters is one over each.
      if (second === '‾' && [...base].length > 1)
        return Array.from(base, (letter) => `${letter}\u0305`).join('');
      return accents.has(second)
        ? (base + (accents.get(second) ?? '')).normalize()
        : base + shift(second, 'sup');
    case 'msubsup':
    case 'munderover':
      return base + shift(second, 'sub') + shift(third, 'sup');
    case 'mfrac':
      return node.attribute('linethickness') === '0px'
        ? `${base} ${second}`
        : `${group(base)}/${group(second)}`;
    case 'msqrt':
      return `√${group(elements.map(read).join(''))}`;
    case 'mroot':
      return `${shiftLetters(second, 'sup') ?? second}√${group(base)}`;
    default:
      return readToken(node, node.children.map(read).join(''));
  }
}

/** Signs that stand between spaces. */
export const relation = /^[=≤≥<>≈∈∉→←∼≠≡∝⊂⊆≪≫:∣]$/u;

function readToken({ name, attribute }: MathNode, text: string): string {
  if (attribute('mathvariant') === 'double-struck')
    return [...text].map((letter) => doubleStruck.get(letter) ?? letter).join('');
  if (name !== 'mo') return [...text].length > 1 && name === 'mi' ? ` ${text}` : text;
  return relation.test(text) ? ` ${text} ` : text;
}

/** Lowers or raises a text, or marks it as such. */
export function shift(text: string, tag: 'sub' | 'sup'): string {
  const shifted = shiftLetters(text, tag);
  if (shifted !== undefined || text.includes('′')) return shifted ?? text;
  return (tag === 'sub' ? '_' : '^') + group(text);
}

/** Lowers or raises a text. Returns undefined if not each of its characters has such a form. */
export function shiftLetters(text: string, tag: 'sub' | 'sup'): string | undefined {
  const forms = tag === 'sub' ? lowered : raised;
  const letters = [...text.replace(/\s+/g, '')];
  if (!letters.every((letter) => forms.has(letter))) return undefined;
  return letters.map((letter) => forms.get(letter)).join('');
}

/** Puts brackets around more than one letter or number. */
function group(text: string): string {
  const trimmed = text.trim();
  return /^(?:.\p{M}*|\d+|[\p{L}\p{N}]+)$/u.test(trimmed) ? trimmed : `(${trimmed})`;
}
