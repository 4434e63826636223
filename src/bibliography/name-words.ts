/** A character of a script without initials, whose names need no space between their parts. */
export const unspacedLetter = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー]`;
export const unspacedWord = new RegExp(`^${unspacedLetter}+$`, 'u');

/** The most frequent family names of China, in both forms of their characters. */
const chineseFamily =
  '王李张張刘劉陈陳杨楊赵趙黄黃周吴吳徐孙孫胡朱高林何郭马馬罗羅梁宋郑鄭谢謝韩韓唐冯馮于董萧蕭程曹袁邓鄧许許傅沈曾彭吕呂苏蘇卢盧蒋蔣蔡贾賈丁魏薛叶葉阎閻余潘杜戴夏钟鍾汪田任姜范方石姚谭譚廖邹鄒熊金陆陸郝孔白崔康毛邱秦江史顾顧侯邵孟龙龍万萬段雷钱錢汤湯尹黎易常武乔喬贺賀赖賴龚龔文';

/** A name of three characters that is no family name alone: 김철수, 李世民. Some of Japan have three, as 長谷川. */
export const wholeUnspaced = new RegExp(
  String.raw`^(?:\p{Script=Hangul}{3}|[${chineseFamily}]\p{Script=Han}{2})$`,
  'u',
);

/** DBLP tells namesakes apart by a number: “Jane Doe 0001”. */
export const namesakeNumber = /(?<=\p{L}\.?\}*) \d{4}$/u;

/** Words at the end of the name of a group, or before “of” and “for”. */
export const groupWord =
  /\bfor\s|\b(?:academy|agency|alliance|association|cent(?:er|re)|collaboration|commission|committee|community|consortium|corporation|council|department|federation|foundation|group|inc|initiative|institute|lab|laboratory|ltd|ministry|network|organi[sz]ation|project|society|team|university)\.?(?:$|\s+(?:of|for|at|on)\s)/i;

export const company = /^[^,]+,\s(?:Inc|Ltd|LLC|GmbH)\.?$/;

/** Whether a name without braces around it is that of a group: “World Health Organization”, “Acme, Inc.” */
export function isGroupName(name: string): boolean {
  // The article before “{Univalent Foundations Program}” is no given name.
  if (/^the\s+\{[^{}]*\}$/i.test(name)) return true;
  const plain = name.replace(/[{}]/g, '').replace(/\s*\([^()]*\)$/, '');
  return company.test(plain) || (/^[^,]+\s[^,]+$/.test(plain) && groupWord.test(plain));
}

/** The degrees that can stand after a name. */
export const degreeWord = /(?:Ph\.?\s?D|D\.?Phil|M\.?D|M\.?Sc|B\.?Sc|Dr\.\s?rer\.\s?nat)\.?/;
const degree = new RegExp(`^${degreeWord.source}$`, 'i');
/** Without a comma before it, “M.D.” would be initials. */
const bareDegree = /^(?:Ph\.?D\.?|DPhil|MD|MSc)$/;

/** “Garcia Lopez, MD” has a degree, or initials. */
export const unclearDegree = /^(?!\p{Ll})[^\s,{}]+\s[^,{}]+,\s*MD$/u;

/** “Roe, A” and “Roe, AB” have initials without stops. */
const bareInitials = /^[^,]+,\s*(?!MD$)\p{Lu}{1,3}$/u;

/**
 * Removes the degrees after a name, which are not printed. After one comma, “M.D.” and any letters after a family name
 * of one word are initials.
 */
export function dropDegrees(parts: readonly string[][]): string[][] {
  const rest = parts.slice(0, -1);
  const [words = []] = parts;
  const last = parts.at(-1) ?? [];
  if (rest.length === 0) {
    const isBare = words.length > 2 && bareDegree.test(words.at(-1) ?? '');
    return isBare ? [words.slice(0, -1)] : [...parts];
  }
  // “van Doe, MD” may be M. D. van Doe.
  const isName = words.length > 1 && !/^\p{Ll}/u.test(words[0] ?? '');
  const isAfterName = rest.length === 1 && isName && bareDegree.test(last.join(''));
  const isUnprinted = degree.test(last.join('')) || last.every((word) => title.test(word));
  const isAfterGiven = rest.length > 1 && isUnprinted && !isGeneration(rest[1]);
  return isAfterName || isAfterGiven ? dropDegrees(rest) : [...parts];
}

/** Whether the words are a suffix of a name. */
export function isSuffix(words: readonly string[] = []): boolean {
  return words.length === 1 && /^(?:[js]r\.?|I{2,3}|IV)$/i.test(words[0] ?? '');
}

/** Words for a generation beside the suffixes. Without commas around them, they may be names. */
const generation =
  /^(?:Jun(?:ior)?|Sen(?:ior)?|[JS]nr|Esq|Fils|Père|Filho|Nett?o|Sobrinho|Hijo|Second|Third|2nd|3rd)\.?$/;

/** Whether the words between two commas, or after them, tell the generation. */
export function isGeneration(words: readonly string[] = []): boolean {
  return isSuffix(words) || (words.length === 1 && generation.test(words[0] ?? ''));
}

/** A title before a name is not printed. As an initial, it would look like a name. */
const title =
  /^(?:(?:Dr|Prof|Dipl)\.?(?:-(?:Ing|Inf|Math|Phys)\.?)?|Professor|Mr\.?|Mrs\.?|Ms\.?|Sir|Dame)$/;

/** The words of a name without the titles before it. “Dr. Seuss” has no other name. */
export function dropTitles(words: readonly string[]): string[] {
  return words.slice(
    Math.max(
      words.findIndex((word) => !title.test(word)),
      0,
    ),
  );
}

/** Two or more written-out words, of which the first is no particle. */
export function isFullName(part: string): boolean {
  return /^\p{Lu}\S*(?:\s+\S+)*\s+\p{Lu}[\p{L}’'-]+$/u.test(part);
}

/** Whether a name joins two people, or a person and a group: “Ada Lovelace and Grace Hopper”, “… and the X Team”. */
export function isPair(name: string): boolean {
  return /^(?!The\s)\p{Lu}\S*\s+\p{Lu}\S*\s+(?:and|&)\s+(?:\p{Lu}\S*\s+\p{Lu}\S*$|the\s)/u.test(
    name,
  );
}

/**
 * Three letters after a full name, or more without a vowel, may be initials or a place: “Jane Doe, ABC”. Others are a
 * given name in capitals: “García Márquez, JOSE”.
 */
export const unclearLetters = /^(?!III$)(?:\p{Lu}{3}|[B-DF-HJ-NP-TV-XZ]{4,})$/u;

/** Whether names of a list have initials without stops, which are clear: “Roe, A”, “Roe, ABC”, “Garcia Lopez, AB”. */
export function haveBareInitials(names: readonly string[]): boolean {
  return names.some((name) => bareInitials.test(name) && !/^\S+\s.*,\s*\p{Lu}{3}$/u.test(name));
}

/** Writes initials with stops: “JMA” is “J. M. A.” */
export function formatInitials(letters: string): string {
  return Array.from(letters, (letter) => `${letter}.`).join(' ');
}

/** Writes a given name in capitals as one: “ANA” is “Ana”. */
export function formatGiven(letters: string): string {
  return letters.charAt(0) + letters.slice(1).toLowerCase();
}

/** Whether one pair of braces encloses the whole name. */
export function isGroup(name: string): boolean {
  if (!name.startsWith('{')) return false;
  let depth = 0;
  for (let at = 0; at < name.length; at++) {
    if (name[at] === '{') depth++;
    if (name[at] === '}' && --depth === 0) return at === name.length - 1;
  }
  return false;
}
