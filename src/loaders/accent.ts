import { fitColour, readColour, hues } from '../lib/accent.ts';
import type { Fault } from '../lib/fault.ts';
import { getValue } from './source.ts';
import type { YamlSource } from './yaml.ts';

/** Tells an author the colours that an accent becomes, where it cannot be read as it is. */
export function checkAccent({ data, locate }: YamlSource): Fault[] {
  const path = ['accent'];
  const written = getValue(data, path);
  if (typeof written !== 'string' || hues.some((hue) => hue === written.trim())) return [];
  // The schema reports others.
  const colour = readColour(written);
  if (colour === undefined) return [];
  const moves = Object.entries(fitColour(colour))
    .filter(([, moved]) => moved !== colour)
    .map(([theme, moved]) => `${moved} in the ${theme} theme`);
  if (moves.length === 0) return [];
  return [
    {
      rule: 'moved-colour',
      ...locate(path),
      expected: `a contrast of 4.5 to 1 with each ground; ${colour} becomes ${moves.join(', and ')}`,
      fix: `Keep it, if these colours suit you; otherwise write another, or ${hues.join(', ')}.`,
    },
  ];
}
