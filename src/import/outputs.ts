import { kinds } from '../kinds/registry.ts';
import { leave, type Draft } from './draft.ts';
import type { Document } from './document.ts';
import { dropUnset, type PaperFacts } from './paper.ts';
import {
  addPaper,
  addThread,
  closeEntry,
  openEntry,
  type TextOptions,
  type ThreadFacts,
} from './texts.ts';

const types = kinds.output.schema.shape.type.options;

type OutputType = (typeof types)[number];

/** The facts of an output on another site. Empty texts and lists are not written. */
interface OutputFacts extends Pick<PaperFacts, 'title' | 'date' | 'tags' | 'links'> {
  type: OutputType;
  authors?: PaperFacts['authors'];
  abstract?: string;
  event?: string;
  place?: string;
  repository?: string;
  threads?: string[];
  /** The words below its title. They become its first paragraph. */
  lead?: string;
}

/** Words for a type of output: as a category, a tag or a type of publication, each as a whole. */
const words: readonly [RegExp, OutputType][] = [
  [/^(?:open[- ]source )?software(?: packages?)?$|^packages?$/i, 'software'],
  [/^data ?sets?$/i, 'dataset'],
  [/^(?:conference |invited )?(?:talks?|presentations?)$|^keynotes?$/i, 'talk'],
  [/^(?:conference )?posters?$/i, 'poster'],
];

/** The type of output that one of these words names; undefined if none does. */
export function findOutputType(names: readonly string[]): OutputType | undefined {
  return words.find(([pattern]) => names.some((name) => pattern.test(name)))?.[1];
}

/** Adds software, a dataset, a talk or a poster as an output. A DOI and the code among its links are fields. */
export function addOutput(
  draft: Draft,
  document: Document,
  options: TextOptions,
  facts: OutputFacts,
): void {
  const entry = openEntry(draft, 'output', document, options);
  const { title, type, authors = [], abstract, date, event, place, tags, threads } = facts;
  const doi = facts.links.find(({ label }) => label === 'DOI')?.address;
  const code = facts.links.find(
    ({ label, address }) => label === 'Code' && /^https?:/.test(address),
  )?.address;
  const repository = facts.repository || code;
  const links = facts.links
    .filter(({ address }) => address !== doi && address !== repository)
    .map(({ label, address }) => ({ label, address: entry.link(address) }));
  const lead = entry.read(facts.lead ?? '');
  const fields = {
    ...{ title, type, abstract, date, authors, event, place },
    doi: doi?.replace(/^https?:\/\/(?:dx\.)?doi\.org\//, ''),
    ...{ repository, tags, threads, links, formerly: entry.formerly },
  };
  const body = [lead, entry.body].filter(Boolean).join('\n\n');
  closeEntry(draft, document, entry, dropUnset(fields), body);
}

/** Adds a project: as an output if one of `names`, its categories and tags, says so, and otherwise as a thread. */
export function addProject(
  draft: Draft,
  document: Document,
  options: TextOptions,
  facts: ThreadFacts,
  names: readonly string[],
): void {
  const type = findOutputType(names);
  if (type === undefined) {
    addThread(draft, document, options, facts);
    return;
  }
  const { title, started: date, tags, repository, lead, links } = facts;
  addOutput(draft, document, options, { title, type, date, tags, repository, lead, links });
}

/** Adds a publication as a paper, or as an output if its type is one. */
export function addPublication(
  draft: Draft,
  document: Document,
  options: TextOptions,
  facts: PaperFacts,
): void {
  const type = types.find((one) => one === facts.type);
  if (type === undefined) {
    addPaper(draft, document, options, facts);
    return;
  }
  addOutput(draft, document, options, { ...facts, type });
  const venue = facts.venue.name.toLowerCase();
  // The DOI of an archive tells its name.
  if (venue !== '' && !facts.links.some(({ address }) => address.toLowerCase().includes(venue)))
    leave(draft, document.file, 1, `${facts.venue.name}: an output has no venue.`);
}
