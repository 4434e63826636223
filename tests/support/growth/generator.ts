/** Generates any amount of one kind of content. */
export interface Generator {
  name: string;
  /** The amount whose time can be measured. */
  n: number;
  /**
   * Returns files of a project by path, with `n` pieces of the content. The rest is as in the
   * fixture.
   */
  build: (n: number) => Record<string, string>;
}

/** Concatenates `n` texts. */
export function repeat(n: number, text: (index: number) => string): string {
  return Array.from({ length: n }, (_, index) => text(index)).join('');
}

/** Builds the thread of the fixture with another body. */
export function buildThread(body: string, fields = 'question: What is learnt?\n'): string {
  return `---
title: Probe
started: 2026-04
status: active
accent: ultramarine
tags: [Transformers]
references: [garg2022]
${fields}---

${body}`;
}
