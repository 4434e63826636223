import { z } from 'astro/zod';
import { isOrcid, readOrcid } from '../lib/orcid.ts';
import { constrainedText } from './constraint.ts';

/** An ORCID iD, also as its address. */
export const orcid = z.preprocess(
  (value) => (typeof value === 'string' ? readOrcid(value) : value),
  constrainedText('The ORCID iD, such as 0000-0002-1825-0097', isOrcid, {
    rule: 'bad-address',
    fix: 'Write the sixteen digits, in four groups, as orcid.org has them: the last one checks the others.',
  }),
);
