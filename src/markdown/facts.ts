import type { VFile } from 'vfile';
import type { BodyFacts } from '../lib/body-facts.ts';

/** Adds facts to the front matter of the entry, where its page reads them. */
export function addFacts(file: VFile, facts: BodyFacts): void {
  const { frontmatter = {} } = (file.data.astro ??= {});
  file.data.astro.frontmatter = Object.assign(frontmatter, facts);
}

/** Returns the facts of the plugins that ran before. */
export function readFacts(file: VFile): BodyFacts {
  return file.data.astro?.frontmatter ?? {};
}
