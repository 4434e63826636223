import { accessibility } from './accessibility.ts';
import { agreement } from './agreement.ts';
import { budgets } from './budgets.ts';
import type { Check } from './check.ts';
import { data } from './data.ts';
import { feeds } from './feeds.ts';
import { describedPages, distinctTitles, ownFiles, strictPolicy, validHtml } from './html.ts';
import { links } from './links.ts';
import { llms } from './llms.ts';
import { pdf } from './pdf.ts';
import { pictures } from './pictures.ts';
import { posters } from './posters.ts';
import { redirects } from './redirects.ts';
import { sitemap } from './sitemap.ts';
import { text } from './text.ts';
import { translations } from './translations.ts';
import { twins } from './twins.ts';

/** The properties of every built site; the slowest last. */
export const checks: readonly Check[] = [
  validHtml,
  describedPages,
  distinctTitles,
  links,
  redirects,
  translations,
  text,
  agreement,
  twins,
  llms,
  feeds,
  sitemap,
  data,
  strictPolicy,
  ownFiles,
  budgets,
  pictures,
  pdf,
  posters,
  accessibility,
];
