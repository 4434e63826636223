import { z } from 'astro/zod';
import { text } from './constraint.ts';
import { date } from './date.ts';
import { language } from './language.ts';
import { target } from './target.ts';

const item = z
  .strictObject({
    date: date('The date of the news'),
    sentence: text('The news, in one sentence'),
    language: language(
      'The language of the sentence, such as de or ar, if it is another than that of the site',
    ).optional(),
    link: target('The target of the sentence').optional(),
  })
  .describe('A piece of news, with a date, a sentence and, if it has one, a link');

/** The news: `content/news.yaml`, which is a list. */
export const news = z.strictObject({
  news: z.array(item).default([]).describe('The news, in any order'),
});

export type News = z.infer<typeof news>['news'];
