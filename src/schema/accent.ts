import { hues, isAccent } from '../lib/accent.ts';
import { constrainedText } from './constraint.ts';

/** A hue. `coloured` names the things that have it. */
export const accentOf = (coloured: string) =>
  constrainedText(
    `The hue of ${coloured}: ${hues.join(', ')}; or any colour of CSS, such as #b5651d, whose lightness is then moved until it can be read`,
    isAccent,
    {
      rule: 'wrong-type',
      words: hues,
      fix: 'Write one of these words, or a colour such as #b5651d, rgb(181 101 29) or teal.',
    },
  );

/** The hue of an entry. */
export const accent = accentOf('its page, plates and links');
