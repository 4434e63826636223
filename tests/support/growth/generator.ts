/** A way to write content as large as one likes, of one kind. */
export interface Generator {
  name: string;
  /** How much of it is enough for its time to be told. */
  n: number;
  /** Files of a project by their paths, with so much of it in them; the rest is as in the fixture. */
  build: (n: number) => Record<string, string>;
}

/** `n` texts in a row. */
export function repeat(n: number, text: (index: number) => string): string {
  return Array.from({ length: n }, (_, index) => text(index)).join('');
}

/** The thread of the fixture with another text below its fields. */
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
