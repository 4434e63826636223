import type { VFile } from 'vfile';
import type { BodyFacts } from '../lib/body-facts.ts';

/** Adds to what is known of a body. The page finds it in the entry's front matter. */
export function addFacts(file: VFile, facts: BodyFacts): void {
  const { frontmatter = {} } = (file.data.astro ??= {});
  file.data.astro.frontmatter = Object.assign(frontmatter, facts);
}

/** What the plugins before this one found. */
export function readFacts(file: VFile): BodyFacts {
  return file.data.astro?.frontmatter ?? {};
}
