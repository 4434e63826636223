import type { Extension } from 'mdast-util-from-markdown';
import type { Processor } from 'unified';
import { tie, tilde } from './signs.ts';

/** The text of a sign. */
const signs: Readonly<Record<string, string>> = {
  ...{ '~': '\u00a0', '\\,': '\u202f', '\\;': '\u00a0', '\\ ': ' ', '\\@': '' },
};

/** Reads signs, and letters that look like one, as part of the text around them. */
export const signText: Extension = {
  enter: {
    proseSign(token) {
      this.config.enter.data?.call(this, token);
    },
    proseLetter(token) {
      this.config.enter.data?.call(this, token);
    },
  },
  exit: {
    proseLetter(token) {
      this.config.exit.data?.call(this, token);
    },
    proseSign(token) {
      const tail = this.stack.at(-1) as { value: string };
      const before = tail.value;
      this.config.exit.data?.call(this, token);
      const source = this.sliceSerialize(token);
      tail.value = before + (signs[source] ?? source);
    },
  },
};

/** Reads the ties of LaTeX in a field. Use it after `remarkGfm`. */
export function remarkTildes(this: Processor): undefined {
  const data = this.data();
  (data.micromarkExtensions ??= []).push({ text: { 126: [tie, tilde] } });
  (data.fromMarkdownExtensions ??= []).push(signText);
}
