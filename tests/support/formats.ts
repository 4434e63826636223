import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'astro/zod';
import { XmlDocument, XsdValidator } from 'libxml2-wasm';

/** Holds XML against a schema; throws where it does not conform, or is no XML. */
function buildValidator(name: string): (xml: string) => void {
  const schema = readFileSync(join(import.meta.dirname, 'schemas', `${name}.xsd`), 'utf8');
  const validator = XsdValidator.fromDoc(XmlDocument.fromString(schema));
  return (xml) => {
    const document = XmlDocument.fromString(xml);
    try {
      validator.validate(document);
    } finally {
      document.dispose();
    }
  };
}

export const assertAtom = buildValidator('atom');

export const assertSitemap = buildValidator('sitemap');

const someText = z.string().min(1);
const address = z.url({ protocol: /^https?$/ });
const instant = z.iso.datetime({ offset: true });
const authors = z
  .array(z.strictObject({ name: someText }))
  .min(1)
  .optional();

/** What https://www.jsonfeed.org/version/1.1/ asks of a feed, as far as the feeds of this site use it. */
export const jsonFeed = z.strictObject({
  version: z.literal('https://jsonfeed.org/version/1.1'),
  title: someText,
  home_page_url: address,
  feed_url: address,
  description: someText,
  language: z.string().regex(/^[a-z]{2,3}(-[A-Z]{2})?$/),
  authors,
  items: z.array(
    z.strictObject({
      id: address,
      url: address,
      title: someText,
      content_html: someText,
      summary: someText.optional(),
      date_published: instant.optional(),
      date_modified: instant,
      authors,
      tags: z.array(someText).min(1).optional(),
    }),
  ),
});
