import { findLists } from './name-lists.ts';
import { splitNames, unifyCommas } from './name-pieces.ts';
import { isFullName, isPair, isSuffix } from './name-words.ts';
import { group } from './plain-name.ts';

/** The people and groups that one text names. */
interface People {
  names: string[];
  /** Whether the text says that there are more. */
  andOthers: boolean;
  /** Whether the text can be divided in no other way. */
  isSure: boolean;
}

const others = /[\s,]+(?:and\s+)?(?:et\.?\s+al\.?|others)$/i;

/** Signs and words that may join two names. */
const joint = /\s(?:[/|]|with|mit|avec|con)\s/;

/** Divides a text into names: “Jane Doe and Richard Roe”, “Doe, Jane; Roe, Richard”, “Jane Doe, Richard Roe”. */
export function splitPeople(text: string): People {
  const bare = text.trim().replace(/^\[(.*?)\]?$/s, '$1');
  const written = unifyCommas(bare.replace(/(^|[,;]\s*)["']|["'](?=\s*(?:[,;]|$))/g, '$1')).trim();
  const whole = written.replace(others, '');
  const andOthers = whole !== written;
  if (!/[;,]/.test(whole) && group.test(whole) && !isPair(whole))
    return { names: [whole], andOthers, isSure: true };
  const joined = whole.replace(/\s*;\s*|\s+(?:\\?&|und|et)\s+/g, ' and ');
  const names = splitNames(findLists(joined)[0]?.joined ?? joined);
  const [only = ''] = names;
  if (names.length > 1 || !only.includes(','))
    return { names, andOthers, isSure: areAlike(names) && !joint.test(whole) };
  const parts = only.split(/\s*,\s*/);
  const areTwo =
    parts.length === 2 &&
    !isSuffix(parts.slice(1)) &&
    parts.every((part) => isFullName(part.replace(/\s*\([^()]*\)$|[\^*†‡§¶\d¹²³⁴-⁹]+$/u, '')));
  return { names: areTwo ? parts : names, andOthers, isSure: false };
}

/** Whether names are written in one order, and none lacks a part that others have: “Jane and John Doe”. */
function areAlike(names: readonly string[]): boolean {
  const count = (test: (name: string) => boolean) => names.filter(test).length;
  const inverted = count((name) => name.includes(','));
  const single = count((name) => /^[\p{Script=Latin}.'’-]+$/u.test(name));
  return (inverted === 0 || inverted === names.length) && (single === 0 || single === names.length);
}
