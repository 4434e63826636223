import type { ForeignMark } from './foreign-marks.ts';

/** Spaces that look like one, and are none for Markdown. */
const noBreak = String.raw`[\u00a0\u2007\u202f]`;

const expected =
  'ordinary spaces beside this mark; here is a no-break space, U+00A0, which looks like one';

const spaced: ForeignMark['advise'] = (words) => {
  const right = words.replace(new RegExp(`${noBreak}+`, 'gu'), ' ');
  return {
    expected,
    ...(words.includes('|') && { nearest: right }),
    right,
    fix: 'Type the space again. It often comes with text copied from a word processor.',
  };
};

/** A sign that begins a list or a heading in one place, and is a word in another: “3. Mai”, “+ 49”, “* p < 0.05”. */
const spacedWord: ForeignMark['advise'] = (words) => {
  const sign = words.trim();
  return {
    expected,
    fix: `Type the space again, or write ${sign.slice(0, -1)}\\${sign.slice(-1)} if it is no mark.`,
  };
};

const convert = 'A whole text is converted by: pandoc -f org -t gfm.';

/** The sign of a list after that of an item. */
export const pastedInItem: ForeignMark = {
  pattern: /^[•●◦▪‣∙][^\S\n]+/gu,
  advise: () => ({
    expected: 'the words of the item; it has a sign already',
    right: '',
    fix: 'Remove the sign.',
  }),
};

/** Marks that come with text copied from a word processor or from Org mode. */
export const pastedMarks: readonly ForeignMark[] = [
  {
    pattern: new RegExp(String.raw`^#{2,6}${noBreak}[ \t]*|^\[${noBreak}\](?=\s)`, 'gmu'),
    advise: spaced,
  },
  {
    // Within a paragraph, a number begins a list only below another one.
    pattern: new RegExp(
      String.raw`^(?:#|[*+-]|(?:(?<!\n)|(?<=^\d{1,9}[.)]\s.*\n))\d{1,9}[.)])${noBreak}[ \t]*`,
      'gmu',
    ),
    advise: spacedWord,
  },
  {
    pattern: new RegExp(
      String.raw`^(?=.*${noBreak})[ \t]*\|(?:[^\S\n]*:?-+:?[^\S\n]*\|)+[ \t]*$`,
      'gmu',
    ),
    advise: spaced,
  },
  {
    pattern: /(?<=^[ \t>]*)[•●◦▪‣∙][^\S\n]+/gmu,
    advise: () => ({
      expected: 'an item of a list, which begins with “- ”',
      nearest: '- ',
      right: '- ',
      fix: 'Write - in place of the sign.',
    }),
  },
  {
    pattern: /^[ \t]*:(?:PROPERTIES|LOGBOOK):[ \t]*(?:\n[ \t]*:[\w+-]+:.*)*/gm,
    advise: () => ({
      expected: 'Markdown; these are properties of Org mode',
      fix: `Remove them. ${convert}`,
    }),
  },
  {
    pattern: /^[ \t]*#\+[a-z_]+(?:[:[ \t].*)?$/gim,
    advise: (words) => {
      const [, edge = '', kind = '', language = ''] =
        /^\s*#\+(begin|end)_(\w+)(?:[ \t]+([\w+-]+))?/i.exec(words) ?? [];
      const place = 'in place of this line';
      const fence = edge.toLowerCase() === 'begin' ? `\`\`\`${language}` : '```';
      return {
        expected: 'Markdown; this is a line of Org mode',
        fix: `${/^(?:src|example)$/i.test(kind) ? `Write ${fence} ${place}.` : 'Remove it.'} ${convert}`,
      };
    },
  },
];
