import { isGroupName, unspacedLetter } from './name-words.ts';

/** An address after a name is not printed. */
const mail = /\s*<[^<>\s]*@[^<>\s]*>$|\s+\([^()\s]*@[^()\s]*\)$/;
const role =
  /\s*\((?:(?:co-?|corresponding |main )?(?:authors?|editors?|translators?)|eds?\.?|trans\.)\)$/i;

/** Removes an address of mail after a name: “Jane Doe <jane@example.org>”. */
export function dropMail(name: string): string {
  return name.replace(mail, '');
}

/** Removes the part that someone had in a work after a name: “Jane Doe (editor)”. */
export function dropRole(name: string): string {
  return name.replace(role, '');
}

/** Commands of the title page of an article, with an argument that is no part of a name. */
const noteCommands =
  'thanks thanksref footnote footnotemark footnotetext fnmsep inst orcid orcidlink orcidID affil altaffilmark altaffiliation affiliation corref cortext fnref tnoteref authormark email IEEEauthorrefmark IEEEmembership'
    .split(' ')
    .join('|');

/** A mark of a footnote, as it stands after a name on the title page of an article. */
const mark = [
  String.raw`\$\s*(?:\{\})?\^\s*(?:\{[^{}$]*\}|\\[A-Za-z]+|[^\s\\{}$])\s*\$`,
  String.raw`\$\s*(?:\\(?:dagger|ddagger|ast|star)|\*)\s*\$`,
  String.raw`\\textsuperscript\s*\{[^{}]*\}`,
  String.raw`\{?\\(?:dag|ddag|textdagger|textdaggerdbl|textasteriskcentered|S|P)(?![A-Za-z])(?:\{\})?\}?`,
  String.raw`\\(?:${noteCommands})(?![A-Za-z])\s*(?:\[[^\]]*\])?\s*(?:\{[^{}]*\})*`,
  '[*†‡§¶⋆∗#¹²³⁰⁴-⁹]+',
].join('|');

/** Marks after a part of a name, with commas between them. */
const marks = new RegExp(
  String.raw`(?:[\s~]|\\,|\{\})*(?:${mark})(?:(?:[\s~,]|\\,)*(?:${mark}))*(?=[\s}]*(?:[\s,]|$))`,
  'gu',
);

/** Marks before a name. */
const marksBefore = new RegExp(String.raw`^(?:(?:${mark})[\s~,]*)+(?=\p{L})`, 'u');

/** Removes marks of footnotes from a name: “Jane Doe$^{1}$”, “Doe*, Jane”, “$^1$Jane Doe”. */
export function dropMarks(name: string): string {
  if (!/[\\$*†‡§¶⋆∗#¹²³⁰⁴-⁹]/.test(name)) return name;
  const bare = name.replace(marks, '').replace(marksBefore, '').trim();
  return /\p{L}/u.test(bare) ? bare : name;
}

const bracket = /^([^,]*\S\s+\S[^,]*?|[^,]+,[^,]*?\S)\s*[([]([^()[\]]+)[)\]]$/u;

/** A word for the place where someone works. */
export const institution =
  /(?<!\p{L})(?:[Uu]nivers|Univ(?!\p{L})|[Ii]nstit[a-z]|Inst(?!\p{L})|[Ll]aborator|(?:[Cc]ollege|[Ss]chool|[Hh]ospital|[Dd]epartment|Dept|Labs?|Center|Centre|Inc|Ltd|GmbH)(?!\p{L}))/u;

/** Names of places where many work, which are no given names. */
const knownPlace =
  /(?<![\p{L}.])(?:Amazon|Berkeley|Caltech|Cambridge|CERN|CMU|CNRS|Cornell|DeepMind|EPFL|ESA|ETHZ?|Facebook|FAIR|Georgia Tech|Google|Harvard|Huawei|IBM|INRIA|Inria|INSERM|KAIST|KAUST|KTH|McGill|Meta AI|Microsoft|MIT|NASA|NIH|NIST|NVIDIA|NYU|OpenAI|Oxford|Princeton|Research|RIKEN|RWTH|Sorbonne|Stanford|Technion|Tencent|Tsinghua|TUM|UCLA?|UCSD|UIUC|USA|USC|Yale|(?:TU|UC|UT)\s\p{Lu}\p{Ll}+)(?![\p{L}.])/u;

/** Whether words name a place where someone works, perhaps with a town and a country. */
export function isPlace(words: string): boolean {
  return institution.test(words) || knownPlace.test(words);
}

/** Such a word, letters of its name, or the number of a footnote. */
export const affiliation = new RegExp(
  String.raw`${institution.source}|^(?:\p{Lu}{2,}|\d[\d,\s]*|ORCID\b.*)$`,
  'u',
);

/** A name in Latin letters, and again in characters without capitals: “Shimin Li 李世民”. */
const twoScripts = new RegExp(
  String.raw`^(\p{Script=Latin}[^\s,]*\s\p{Script=Latin}[^\s,]*)\s${unspacedLetter}{2,8}$`,
  'u',
);

/** Removes the affiliation in brackets after a person: “Jane Doe (MIT)”. “Doe, Jane (Jenny)” has another name there. */
export function dropAffiliation(name: string): string {
  const [, romanized] = twoScripts.exec(name) ?? [];
  if (romanized !== undefined) return romanized;
  // A longer text is no name, and would take long to search.
  if (!/[)\]]$/.test(name) || name.length > 500) return name;
  const [, person = '', inside = ''] = bracket.exec(name) ?? [];
  if (person === '' || isGroupName(person)) return name;
  return person.includes(',') && !affiliation.test(inside) ? name : person;
}

/** A number after a name, as of a footnote: “Jane Doe1”, “Jane Doe 2”. */
export const trailingNumber = /(?<=^\p{L}[^,{}]*\s[^,{}]*(?:\p{Ll}|[\p{L}.]\s))\d{1,2}$/u;
