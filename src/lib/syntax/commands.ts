import { commandForms, groupForms } from './command-forms.ts';
import { buildSpan, mostLetters, type Scanner, type Verdict } from './span.ts';

/** More levels than any command needs. */
const mostLevels = 50;

/**
 * Reads a command of LaTeX with its arguments, and a formula between `\(` and `\)`, or `\\(` and `\\)` as Jekyll has it.
 * The arguments of an unknown command belong to it too, so that their braces are no code.
 */
export const command = buildSpan('proseSpan', () => {
  let scan: Scanner | undefined;
  let opened = 0;
  return (character) => {
    if (scan) return scan(character);
    if (opened < 1 || (opened < 2 && character === '\\')) {
      opened += 1;
      return 'mark';
    }
    if (character === '(') scan = scanFormula(opened > 1);
    else if (opened === 1 && /[a-z]/i.test(character)) scan = scanCommand();
    else return 'none';
    return scan(character);
  };
});

/** Reads the end of a line: `\\` or `\\[2pt]` before a space. Before a letter, as in `\\server`, it is a backslash. */
export const lineBreak = buildSpan('proseSpan', (_, previous) => {
  let source = '';
  return (character) => {
    if (/^\\\\\*?(?:\[[^\]]*\])?$/.test(source) && /^\s?$/.test(character)) return 'after';
    source += character;
    const isPart = previous !== '\\' && /^\\(?:\\\*?(?:\[[-\w.\\ ]{0,24}\]?)?)?$/.test(source);
    return isPart && character !== '' ? 'mark' : 'none';
  };
});

/** Reads a group whose first command sets its typeface: `{\bf words}`. */
export const typefaceGroup = buildSpan('proseSpan', () => {
  let head = '';
  let length = 0;
  let group: Group | undefined;
  return (character): Verdict => {
    length += 1;
    if (character === '' || length > mostLetters) return 'none';
    if (group) return group.read(character);
    if (/^(?:\{|\{\\[a-z]*)$/.test(head + character)) {
      head += character;
      return 'mark';
    }
    if (!Object.hasOwn(groupForms, head.slice(2)) || !/[\s\\$]/.test(character)) return 'none';
    group = new Group('{', true);
    return /\s/.test(character) ? 'mark' : group.read(character);
  };
});

/** Reads from `(` to `\)`, or to `\\)`. */
function scanFormula(isDoubled: boolean): Scanner {
  const end = isDoubled ? /(?<!\\)(?:\\\\)+\)$/ : /(?<!\\)(?:\\\\)*\\\)$/;
  let source = '';
  return (character) => {
    if (character === '' || source.length > mostLetters) return 'none';
    source += character;
    return end.test(source.slice(-20)) ? 'last' : 'mark';
  };
}

/** Reads a name and its arguments. */
function scanCommand(): Scanner {
  let name = '';
  let length = 0;
  let count = 0;
  let group: Group | undefined;
  let isStarred = false;
  return (character): Verdict => {
    length += 1;
    if (length > mostLetters) return 'none';
    if (group) {
      if (character === '') return 'none';
      const verdict = group.read(character);
      if (verdict !== 'last') return verdict;
      if (group.isBraced) count += 1;
      group = undefined;
      return 'mark';
    }
    if (count === 0 && /[a-z]/i.test(character) && !isStarred) {
      name += character;
      return 'mark';
    }
    if (character === '*' && count === 0 && !isStarred) {
      isStarred = true;
      return 'mark';
    }
    const form = Object.hasOwn(commandForms, name) ? commandForms[name] : undefined;
    const wanted = form && (form.kind === 'words' ? (form.count ?? 1) : form.count);
    const isWanted = wanted === undefined || count < wanted;
    if (isWanted && (character === '{' || character === '[')) {
      const isWords = form?.kind === 'words' && count === (wanted ?? 1) - 1;
      group = new Group(character, isWords && character === '{');
      return 'mark';
    }
    // Powers and indices of a formula without dollar signs.
    if (wanted === undefined && /[_^]/.test(character)) return 'mark';
    return wanted !== undefined && count < wanted ? 'none' : 'after';
  };
}

/** An argument in brackets or braces. */
class Group {
  readonly isBraced: boolean;
  readonly #isWords: boolean;
  #depth = 1;
  #isEscaped = false;

  constructor(sign: string, isWords: boolean) {
    this.isBraced = sign === '{';
    this.#isWords = isWords;
  }

  read(character: string): Verdict {
    const inside = this.#isWords ? 'words' : 'mark';
    if (this.#isEscaped || character === '\\') {
      this.#isEscaped = !this.#isEscaped;
      return inside;
    }
    if (character === '{') this.#depth += 1;
    if (character === '}') this.#depth -= this.isBraced || this.#depth > 1 ? 1 : 0;
    if (this.#depth > mostLevels) return 'none';
    const isEnd = this.isBraced ? this.#depth === 0 : character === ']' && this.#depth === 1;
    return isEnd ? 'last' : inside;
  }
}
