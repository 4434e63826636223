import type { Construct, Event, TokenizeContext } from 'micromark-util-types';
import { buildSign, buildSpan, lookAhead, readCharacter } from './span.ts';

const letter = String.raw`\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}`;
const beforeTie = new RegExp(String.raw`[${letter}\d.)\]}$]`, 'u');
const afterTie = new RegExp(String.raw`^~[${letter}\d\\@[($“]`, 'u');

/** A tie, as in `Figure~3`. The tildes of `H~2~O`, `10~20` and `~~this~~` are none. */
export const tie = buildSign(1, (source, previous, context, isEnd) => {
  // At the beginning of a line, the space after a word is before it.
  if (/^[\n ]?$/.test(previous))
    return '~\\'.startsWith(source) ? undefined : /^~\\[a-z]/.test(source);
  if (source.length < 2) return beforeTie.test(previous) && !endsPair(context) ? undefined : false;
  if (!afterTie.test(source) || (/\d/.test(previous) && /\d/.test(source))) return false;
  return /^~\w+$/.test(source) && !isEnd ? undefined : !/^~\w+~$/.test(source);
});

/** Whether a word with a tilde before it ends here, whose tildes are a pair. */
function endsPair(context: TokenizeContext): boolean {
  // A word has few events. Searching all of them takes minutes in a text with many ties.
  const token = context.events
    .slice(-20)
    .findLast(([kind, { type }]) => kind === 'exit' && type === 'proseLetter')?.[1];
  if (token === undefined) return false;
  return /^\w+$/.test(context.sliceSerialize({ start: token.end, end: context.now() }));
}

/** A tilde that is neither a tie nor one of two. A single one deletes nothing. */
export const tilde = buildSign(
  1,
  (source, previous) => {
    if (source === '~') return previous === '~' ? false : undefined;
    return source[1] !== '~';
  },
  'proseLetter',
);

/** A space of LaTeX: thin, as in `10\,000` and `5\,$\mu$m`, wider, as in `5\;m`, or after a stop, as in `Dr.\ Doe`. */
export const space = buildSign(2, (source, previous) => {
  if (source.length < 2) return source === '\\' ? undefined : false;
  if (source === '\\ ') return /[^\s:\\]/.test(previous);
  if (!/^\\[,;]/.test(source) || !/[\p{L}\p{N}.)$}%]/u.test(previous)) return false;
  return source.length < 3 ? undefined : /[\p{L}\p{N}$\\(]/u.test(source.slice(2));
});

/** The mark of LaTeX that a stop ends a sentence, or does not: `i.e.\@ this`. It prints nothing. */
export const stopMark = buildSign(2, (source, previous, _, isEnd) => {
  if (!/[.\p{Lu}]/u.test(previous) || !'\\@'.startsWith(source.slice(0, 2))) return false;
  if (source.length > 2 || isEnd) return source.length < 3 || /[\s.,;:!?)]/.test(source.slice(2));
  return undefined;
});

/** Words in ``quotation marks''. Code in two backticks has such a mark at its end. */
export const quotation: Construct = {
  name: 'prose-quotation',
  tokenize(effects, ok, nok) {
    if (this.previous === 96) return nok;
    let length = 0;
    const isQuoted = lookAhead((source) => {
      length = source.length;
      const isRight = length <= 2 ? source.endsWith('`') : !source.endsWith('`');
      if (!isRight || /^``\s/.test(source)) return false;
      return length > 4 && source.endsWith("''") ? true : undefined;
    });
    const span = buildSpan('proseSpan', () => {
      let index = 0;
      return () => {
        index += 1;
        if (index === length) return 'last';
        return index <= 2 || index === length - 1 ? 'mark' : 'words';
      };
    });
    return effects.check(isQuoted, span.tokenize.call(this, effects, ok, nok), nok);
  },
};

/** Builds a test of whether a source begins with a whole tag, so that its `<` is no letter. */
function buildTagTest(): (source: string) => boolean | undefined {
  let quote = '';
  return (source) => {
    const last = source.at(-1) ?? '';
    if (source.length < 3)
      return source.length < 2 || /[a-z_$/>]/i.test(last)
        ? last === '>'
          ? true
          : undefined
        : false;
    // A tag without content, and an address.
    if (source.length < 9 && /^<(?:(?:w?br|hr|img)\b.|[\w.+-]*@|\w+:\/)/i.test(source))
      return false;
    if (quote !== '') quote = last === quote ? '' : quote;
    else if (last === '"' || last === "'") quote = source.includes('=') ? last : '';
    else if (last === '>') return true;
    else if (last === '<') return false;
    return undefined;
  };
}

/** Tries the construct of MDX called `name` on whole tags alone, and leaves any other `<` to the text. */
export function guardTags(kind: 'flow' | 'text', name: string): Construct {
  return {
    name: `prose-${name}`,
    ...(kind === 'flow' && { concrete: true }),
    tokenize(effects, ok, nok) {
      const constructs = [this.parser.constructs[kind][60] ?? []].flat();
      const own = constructs.find((construct) => construct.name === name);
      if (own === undefined) return nok;
      // The name is the one that is disabled.
      const tag = effects.attempt({ ...own, name: undefined as never }, ok, nok);
      return effects.check(lookAhead(buildTagTest()), tag, nok);
    },
  };
}

const wide =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\u3000-\u303f\uff00-\uffef\ud840-\ud888]/u;
const isSpace = (character: string) => character === '' || /\s/.test(character);
const isPunctuation = (character: string) => /[\p{P}\p{S}]/u.test(character);

/**
 * Marks of words beside Chinese, Japanese and Korean, which have no spaces between words: `这是**重要。**的`. There, a
 * mark between punctuation and a letter of these scripts can open and close. `name` is the construct that reads `sign`.
 */
export function buildWideMark(sign: number, name: string): Construct {
  const findOwn = (context: TokenizeContext) =>
    [context.parser.constructs.text[sign] ?? []]
      .flat()
      .find((construct) => construct.name === name);
  return {
    name: `prose-${name}`,
    tokenize(effects, ok, nok) {
      const own = findOwn(this);
      if (own === undefined) return nok;
      const before = readCharacter(this.previous);
      return own.tokenize.call(
        this,
        effects,
        (code) => {
          const after = readCharacter(code);
          const token = this.events.at(-1)?.[1];
          if (token && (wide.test(before) || wide.test(after)))
            Object.assign(token, {
              _open: canStand(after, before),
              _close: canStand(before, after),
            });
          return ok(code);
        },
        nok,
      );
    },
    resolveAll(events: Event[], context) {
      return findOwn(context)?.resolveAll?.(events, context) ?? events;
    },
  };
}

/** Whether a mark can stand between two characters: `inside`, of its own words, and `outside`. */
function canStand(inside: string, outside: string): boolean {
  if (isSpace(inside)) return false;
  const isWord = wide.test(inside) || !isPunctuation(inside);
  return isWord || isSpace(outside) || isPunctuation(outside) || wide.test(outside);
}
