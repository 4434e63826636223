import type { VFile } from 'vfile';

/** rehype-katex prints bad TeX in red and builds on; this makes its message stop the build. */
export function rehypeStrictMath() {
  return (_tree: unknown, file: VFile) => {
    const message = file.messages.find(({ source }) => source === 'rehype-katex');
    if (message) throw message;
  };
}
