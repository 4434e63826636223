import { characterEntities } from 'character-entities';
import { parseXml, XmlElement, XmlText, type XmlNode } from '@rgrove/parse-xml';
import { escapeTex } from './tex-source.ts';

/** Elements of HTML, JATS and IEEE Xplore, with the command of TeX that sets the same. An empty one sets nothing. */
const commands: Readonly<Record<string, string>> = {
  ...{ i: 'textit', em: 'emph', italic: 'textit', it: 'textit', cite: 'textit', var: 'textit' },
  ...{ b: 'textbf', strong: 'textbf', bold: 'textbf', sub: 'textsubscript', inf: 'textsubscript' },
  ...{ sup: 'textsuperscript', scp: 'textsc', sc: 'textsc' },
  ...{ span: '', small: '', tt: '', u: '', font: '', p: '', div: '', code: '', title: '', bdi: '' },
  ...{ underline: '', monospace: '', roman: '', 'sans-serif': '', 'named-content': '', abbrev: '' },
  ...{ 'styled-content': '', 'inline-formula': '', 'disp-formula': '', alternatives: '', abbr: '' },
  ...{ 'tex-math': '', tex: '', formula: '', xref: '', 'ext-link': '', big: '', s: '', mark: '' },
};

const names = Object.keys(commands).join('|');

/** The signs `<` and `>` as programs write them into a `.bib` file: Mendeley, Better BibTeX, ADS, Crossref. */
const less = String.raw`(?:\{?\$(?:<|\\(?:less|lt)\s?)\$\}?|\\ensuremath\{(?:<|\\(?:less|lt))\s?\}|<|&(?:amp;)?lt;|\{?\\(?:textless|lt)(?:\{\}|\}|\s|\b))`;
const greater = String.raw`(?:\{?\$(?:>|\\(?:greater|gt)\s?)\$\}?|\\ensuremath\{(?:>|\\(?:greater|gt))\s?\}|>|&(?:amp;)?gt;|\{?\\(?:textgreater|gt)(?:\{\}|\}|\s|\b))`;

const attributes = String.raw`(?:\s[^<>]*?=[^<>]*?)?`;

/** A tag of one of the elements, however its signs are written. */
const tag = new RegExp(
  String.raw`${less}(\/?)(?:jats:|ce:)?(${names}|br|a)(${attributes})\s*\/?\s*${greater}`,
  'gi',
);

const formula = /<(mml:)?math\b[^>]*>[^]*?<\/\1math>/gi;

/** A tag of MathML that no formula is left of. */
const mathTag = String.raw`</?(?:mml:)?(?:math|m(?:i|n|o|row|sub|sup|subsup|frac|sqrt|text|style))${attributes}>`;

/** An entity, perhaps with its sign escaped for TeX or for HTML once more. */
const entity = /(?:\\&|\{\\&\}|&)(?:amp;)*(#x[\da-f]{1,6}|#\d{1,7}|[a-z][a-z\d]{1,30});/gi;

/** Converts HTML, MathML and entities in a value of BibTeX to TeX. Other text stays the same. */
export function readHtml(value: string): string {
  if (!/[<&]|\\(?:less|lt|textless)\b/.test(value)) return value;
  const tags = value.replace(formula, readMath).replace(tag, (written, slash, name, rest) => {
    const lower = String(name).toLowerCase();
    if (lower === 'br') return ' ';
    // The letter A between two signs is no link.
    if (lower === 'a' && slash === '' && !/href/i.test(String(rest))) return written;
    return `<${String(slash)}${lower}${String(rest)}>`;
  });
  return pairTags(tags).replace(entity, readEntity);
}

/** Other elements of Elsevier, as `<ce:title>` and `<xocs:full-name>`. */
const publisherTag = /<\/?(?:ce|xocs|sb|xlink):[\w-]+(?:\s[^<>]*)?>/g;

/** Elements within one another at most; more are left out. */
const mostPasses = 20;

/** Replaces elements by commands, the innermost first. A tag without its other half sets nothing. */
function pairTags(value: string): string {
  const pair = new RegExp(
    `<(${names})${attributes}>((?:(?!</?(?:${names}|a)\\b)[^])*?)</\\1>`,
    'g',
  );
  const link = /<a\s[^<>]*?href\s*=\s*\\?["'{]*([^\s"'<>{}\\]+)[^<>]*>((?:(?!<\/?a\b)[^])*?)<\/a>/g;
  let text = value;
  for (let pass = 0; pass < mostPasses; pass++) {
    const next = text
      .replace(pair, (_, name: string, inner: string) => {
        const command = commands[name];
        return command ? `{\\${command}{${inner}}}` : inner;
      })
      .replace(link, (_, address: string, inner: string) => `\\href{${address}}{${inner}}`);
    if (next === text) break;
    text = next;
  }
  const alone = new RegExp(`</?(?:${names})${attributes}>|<a\\s[^<>]*>|</a>|${mathTag}`, 'g');
  return text.replace(alone, '').replace(publisherTag, '');
}

function readEntity(written: string, name: string): string {
  const sign = findSign(name);
  if (sign === undefined) return written;
  // As TeX, such a mark is opening or closing.
  return sign === '"' ? sign : escapeTex(sign);
}

function findSign(name: string): string | undefined {
  const [, isHex, digits] = /^#(x?)([\da-f]+)$/i.exec(name) ?? [];
  if (digits === undefined)
    return characterEntities[name] ?? findGreek(name) ?? characterEntities[name.toLowerCase()];
  const code = Number.parseInt(digits, isHex ? 16 : 10);
  return code > 31 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}

/** The letters of Greek in ISO 8879, which the library of the ACM has: `&lgr;`, `&OHgr;`, `&Ohgr;`. */
const isoGreek =
  'agr bgr ggr dgr egr zgr eegr thgr igr kgr lgr mgr ngr xgr ogr pgr rgr sfgr sgr tgr ugr phgr khgr psgr ohgr'.split(
    ' ',
  );

function findGreek(name: string): string | undefined {
  const index = isoGreek.indexOf(name.toLowerCase());
  if (index < 0) return undefined;
  const letter = String.fromCodePoint(0x3b1 + index);
  return /^\p{Lu}/u.test(name) ? letter.toUpperCase() : letter;
}

/** MathML as a formula of TeX; text without tags if it cannot be read. */
function readMath(mathml: string): string {
  const plain = mathml
    .replace(/<(\/?)mml:/gi, '<$1')
    .replace(/\s(?:xmlns|[a-z-]+:[a-z-]+)(?::[a-z]+)?\s*=\s*("[^"]*"|'[^']*')/gi, '')
    .replace(entity, (written: string, name: string) =>
      /^(?:amp|lt|gt|#38|#60|#62)$/i.test(name) ? written : (findSign(name) ?? ''),
    );
  try {
    const { root } = parseXml(plain);
    return root === null ? '' : `$${readNode(root)}$`;
  } catch {
    return mathml.replace(/<[^>]*>/g, '');
  }
}

function readNode(node: XmlNode): string {
  if (node instanceof XmlText) return escapeTex(node.text.trim());
  if (!(node instanceof XmlElement)) return '';
  const children = node.children.filter((child) => child instanceof XmlElement).map(readNode);
  const [base = '', first = '', second = ''] = children;
  switch (node.name) {
    case 'mi': {
      const text = escapeTex(node.text.trim());
      const isUpright = node.attributes.mathvariant === 'normal' || [...text].length > 1;
      return isUpright ? `\\mathrm{${text}}` : text;
    }
    case 'mn':
    case 'mo':
      return escapeTex(node.text.trim());
    case 'mtext':
      return `\\text{${escapeTex(node.text)}}`;
    case 'msub':
    case 'munder':
      return `{${base}}_{${first}}`;
    case 'msup':
      return `{${base}}^{${first}}`;
    case 'mover':
      return `\\overset{${first}}{${base}}`;
    case 'msubsup':
    case 'munderover':
      return `{${base}}_{${first}}^{${second}}`;
    case 'mfrac':
      return `\\frac{${base}}{${first}}`;
    case 'msqrt':
      return `\\sqrt{${children.join('')}}`;
    case 'mspace':
      return '\\ ';
    case 'mfenced':
      return `(${children.join(',')})`;
    case 'annotation':
    case 'annotation-xml':
      return '';
    default:
      return children.length > 0 ? children.join('') : '';
  }
}
