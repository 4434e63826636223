import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'astro/zod';
import { XmlDocument, XsdValidator } from 'libxml2-wasm';

/** Builds a validator for an XML schema. It throws if the text is invalid or no XML. */
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

export const checkAtom = buildValidator('atom');

export const checkSitemap = buildValidator('sitemap');

const someText = z.string().min(1);
const address = z.url({ protocol: /^https?$/ });
const instant = z.iso.datetime({ offset: true });
const authors = z
  .array(z.strictObject({ name: someText }))
  .min(1)
  .optional();

const language = z.string().regex(/^[a-z]{2,3}(-[A-Za-z\d]+)*$/);

/** The part of https://www.jsonfeed.org/version/1.1/ that the feeds of this site use. */
export const jsonFeed = z.strictObject({
  version: z.literal('https://jsonfeed.org/version/1.1'),
  title: someText,
  home_page_url: address,
  feed_url: address,
  description: someText,
  language,
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
      language: language.optional(),
    }),
  ),
});

const person = z.strictObject({
  'family-names': someText,
  'given-names': someText.optional(),
  'name-particle': someText.optional(),
  'name-suffix': someText.optional(),
  affiliation: someText.optional(),
  website: address.optional(),
  orcid: z
    .string()
    .regex(/^https:\/\/orcid\.org\/\d{4}-\d{4}-\d{4}-\d{3}[\dX]$/)
    .optional(),
});
const entity = z.strictObject({
  name: someText,
  orcid: person.shape.orcid,
  website: address.optional(),
});
const people = z.array(z.union([person, entity])).min(1);

/** An identifier of SPDX. */
const license = z.string().regex(/^[A-Za-z0-9][\w.+-]*$/);

const citedWork = z.strictObject({
  type: z.enum(
    `article book conference-paper data edited-work generic pamphlet patent proceedings report serial software
    thesis unpublished video website`.split(/\s+/),
  ),
  title: someText,
  authors: people,
  editors: people.optional(),
  translators: people.optional(),
  'collection-title': someText.optional(),
  journal: someText.optional(),
  year: z.int().optional(),
  status: z
    .enum(['abstract', 'advance-online', 'in-preparation', 'in-press', 'preprint', 'submitted'])
    .optional(),
  doi: z
    .string()
    .regex(/^10\.\d{4,9}(\.\d+)?\/[A-Za-z0-9:/_;\-.()[\]\\]+$/)
    .optional(),
  url: address.optional(),
  version: someText.optional(),
  license: z.union([license, z.array(license).min(2)]).optional(),
  'date-released': z.iso.date().optional(),
  'repository-code': address.optional(),
});

/**
 * The part of the Citation File Format 1.2.0 that this site uses:
 * https://github.com/citation-file-format/citation-file-format/blob/1.2.0/schema-guide.md
 */
export const citationFile = z.strictObject({
  'cff-version': z.literal('1.2.0'),
  message: someText,
  type: z.enum(['software', 'dataset']),
  title: someText,
  abstract: someText,
  authors: people,
  url: address.optional(),
  license: z
    .string()
    .regex(/^CC(0|-BY[A-Z-]*)-[\d.]+$/)
    .optional(),
  'preferred-citation': citedWork,
  references: z.array(citedWork).min(1).optional(),
});
