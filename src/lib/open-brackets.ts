import { gfmAutolinkLiteral } from 'micromark-extension-gfm-autolink-literal';
import type { Construct, Token, TokenizeContext } from 'micromark-util-types';

// An address within an open bracket is not autolinked. micromark searches for that bracket at each
// word, back over all events, so its time grows with the square of the words. This patch remembers
// the bracket. Import this module wherever Markdown is parsed.
const found = new WeakMap<TokenizeContext, { token: Token; index: number }>();

for (const construct of new Set(Object.values(gfmAutolinkLiteral().text ?? {}).flat()))
  if (construct !== undefined) skipInBrackets(construct);

function skipInBrackets(construct: Construct): void {
  const { tokenize } = construct;
  construct.tokenize = function (effects, ok, nok) {
    return isInBracket(this) ? nok : tokenize.call(this, effects, ok, nok);
  };
}

function isInBracket(context: TokenizeContext): boolean {
  const { events } = context;
  const last = found.get(context);
  if (last && !last.token._balanced && events[last.index]?.[1] === last.token) return true;
  for (let index = events.length - 1; index >= 0; index--) {
    const token = events[index]?.[1];
    // micromark marks where it looked back before and found none.
    if (token === undefined || token._gfmAutolinkLiteralWalkedInto) break;
    if ((token.type !== 'labelLink' && token.type !== 'labelImage') || token._balanced) continue;
    found.set(context, { token, index });
    return true;
  }
  return false;
}
