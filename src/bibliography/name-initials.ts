import { formatInitials, haveBareInitials, unclearDegree } from './name-words.ts';

/** A name as PubMed writes it, “Novák FA” and “Kim IV”, but no “Henry Ford II” or “Google AI”. */
const initialsLast =
  /^(?=.*\p{Ll})([^,]+) (?!AI$)(?!(?<= .* )(?:I{2,3}|IV|VI{1,3})$)(\p{Lu}{1,3})((?: [JS]r\.?)?)$/u;

/** Separates the initials of names from those of the family, where all names of a list have them in one way. */
export function separateInitials(people: readonly string[]): string[] {
  // “Weinan E” alone has the name of the family last.
  if (people.length > 1 && people.every((name) => initialsLast.test(name)))
    return people.map(separate);
  const spaced = people.map(separateStopped);
  const hasInitials = haveBareInitials(spaced);
  return spaced.map((name) =>
    hasInitials && unclearDegree.test(name) ? name.replace(/MD$/, 'M. D.') : name,
  );
}

function separate(name: string): string {
  const [, family = '', initials = '', suffix = ''] = initialsLast.exec(name) ?? [];
  return `${family}${suffix}, ${formatInitials(initials)}`;
}

/** A family name in letters of both cases, and initials with stops: “Doe J.”, “van Doe J.-P.” */
const stoppedLast =
  /^((?:(?:\p{Ll}+|De|Di|La|Le|Van|Von) )*\p{Lu}[\p{L}'’-]*\p{Ll}[\p{L}'’-]*) ((?:\p{Lu}\.[ -]?){1,4})$/u;

/** No family name is an initial with a stop. */
function separateStopped(name: string): string {
  return name.replace(stoppedLast, '$1, $2').trim();
}
