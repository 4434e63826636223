import type { ShikiTransformer } from 'shiki';
import { parseCodeMeta } from '../lib/code-meta.ts';
import { buildElement } from './tree.ts';

/** Puts the title of a code block above it and marks its lines: ```` ```python title="probe.py" {2,4-6} ````. */
export function transformCode(): ShikiTransformer {
  let { ranges } = parseCodeMeta('');
  return {
    name: 'title-and-lines',
    preprocess(_, options) {
      // With the default limit of half a second, a line can stay without colours on a busy machine.
      options.tokenizeTimeLimit = 0;
      ({ ranges } = parseCodeMeta(options.meta?.__raw ?? ''));
    },
    line(line, number) {
      if (ranges.some(([first, last]) => first <= number && number <= last))
        this.addClassToHast(line, 'marked');
    },
    root(root) {
      const { title } = parseCodeMeta(this.options.meta?.__raw ?? '');
      if (!title) return;
      // The title is verbatim, like the code.
      const caption = buildElement(
        'figcaption',
        { className: ['caption'] },
        buildElement('code', {}, title),
      );
      root.children = [
        buildElement('figure', { className: ['listing'] }, caption, ...root.children),
      ];
    },
  };
}
