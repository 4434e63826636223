import { AsyncLocalStorage } from 'node:async_hooks';
import { hash } from 'node:crypto';
import { serialize } from 'node:v8';
import { unified } from '@astrojs/markdown-remark';
import { buildKey, readCached, writeCached, type CachePlace } from '../cache/file-cache.ts';
import { buildMarkdown, type MarkdownOptions } from './index.ts';

type Processor = ReturnType<typeof unified>;
type CreateRenderer = NonNullable<Processor['createMdxRenderer']>;
type Compiled = Awaited<ReturnType<Awaited<ReturnType<CreateRenderer>>['process']>>;

/** A call of one of the functions of the options: its name, its arguments, and a digest of its result. */
type Question = [name: string, words: string[], digest: string];

/**
 * Builds the processor of Markdown. With `cache`, a body is compiled again only when its text has changed, or one of
 * the answers that it got from the functions of `options`.
 */
export function buildProcessor(options: MarkdownOptions, cache?: CachePlace): Processor {
  if (cache === undefined) return unified(buildMarkdown(options));
  const { base, ...functions } = options;
  const content = recordQuestions(functions);
  const processor = unified(buildMarkdown({ base, ...content.functions }));
  const createRenderer = processor.createMdxRenderer;
  if (createRenderer === undefined) return processor;
  return {
    ...processor,
    createMdxRenderer: async (shared, mdx) => {
      const renderer = await createRenderer(shared, mdx);
      const settings = JSON.stringify([base, shared, mdx]);
      return {
        process: async (text, path, fields) => {
          const key = buildKey(cache, 'body', settings, path, text, JSON.stringify(fields));
          const known = parse(readCached(cache, key));
          if (known?.questions.every(content.isAnswered)) return known.compiled;
          const { made: compiled, questions } = await content.record(() =>
            renderer.process(text, path, fields),
          );
          writeCached(cache, key, Buffer.from(JSON.stringify({ questions, compiled })));
          return compiled;
        },
      };
    },
  };
}

type Functions = Omit<MarkdownOptions, 'base'>;

/** Wraps the functions so that calls are recorded. Bodies are compiled at once, so that each has a record of its own. */
function recordQuestions(functions: Functions) {
  const asked = new AsyncLocalStorage<Map<string, Question>>();
  const digests = new Map<string, string>();
  const find = (name: string, words: string[]): unknown =>
    Reflect.apply(functions[name as keyof Functions], undefined, words);
  const digest = (question: string, answer: unknown): string => {
    const known = digests.get(question) ?? hash('sha256', serialize(answer));
    digests.set(question, known);
    return known;
  };
  const ask = (name: string, words: string[]): unknown => {
    const answer = find(name, words);
    const question = JSON.stringify([name, words]);
    asked.getStore()?.set(question, [name, words, digest(question, answer)]);
    return answer;
  };
  return {
    functions: Object.fromEntries(
      Object.keys(functions).map((name) => [name, (...words: string[]) => ask(name, words)]),
    ) as unknown as Functions,
    record: async <Made>(make: () => Promise<Made>) => {
      const questions = new Map<string, Question>();
      const made = await asked.run(questions, make);
      return { made, questions: [...questions.values()] };
    },
    /** Says whether the content still gives the answer. It may throw where a file has gone. */
    isAnswered: ([name, words, before]: Question): boolean => {
      try {
        return digest(JSON.stringify([name, words]), find(name, words)) === before;
      } catch {
        return false;
      }
    },
  };
}

function parse(bytes: Buffer | undefined) {
  return bytes && (JSON.parse(bytes.toString()) as { questions: Question[]; compiled: Compiled });
}
