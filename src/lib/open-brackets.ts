import { gfmAutolinkLiteral } from 'micromark-extension-gfm-autolink-literal';
import type { Construct, Token, TokenizeContext } from 'micromark-util-types';

// No address is a link by itself within an open bracket. The reader of Markdown looks for that bracket again at
// each word, back over all that it has read, so that its time grows with the square of the words. The bracket
// that was found is remembered here. Import this module wherever Markdown is read.
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
    // The reader has marked where it looked back from before, and found none.
    if (token === undefined || token._gfmAutolinkLiteralWalkedInto) break;
    if ((token.type !== 'labelLink' && token.type !== 'labelImage') || token._balanced) continue;
    found.set(context, { token, index });
    return true;
  }
  return false;
}
