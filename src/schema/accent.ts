import { hues, isAccent } from '../lib/accent.ts';
import { constrainedText } from './constraint.ts';

/** The hue of an entry. */
export const accent = constrainedText(
  `The hue of its page, plates and links: ${hues.join(', ')}; or any colour of CSS, such as #b5651d, whose lightness is then moved until it can be read`,
  isAccent,
  {
    rule: 'wrong-type',
    words: hues,
    fix: 'Write one of these words, or a colour such as #b5651d, rgb(181 101 29) or teal.',
  },
);
