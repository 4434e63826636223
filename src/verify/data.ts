import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { listResearchEntries, research, type Research } from '../metadata/research/schema.ts';
import { checkAddress, formatAddress, parseOwn } from './address.ts';
import { formatAmount, type Check, type Problem } from './check.ts';
import { citationFile } from './formats.ts';
import { listSchemaFaults } from './json-schema.ts';
import { isOriginalPage } from './page.ts';
import type { BuiltSite } from './site.ts';

const schemaFile = 'research.schema.json';

/** Checks the data of the site against its schema and against the pages. */
export const data: Check = {
  claim: 'research.json and CITATION.cff are valid, and agree with the pages',
  run: (site) => {
    const citation = checkCitationFile(site);
    const file = join(site.folder, 'research.json');
    const place = '/research.json';
    let parsed: unknown;
    try {
      parsed = JSON.parse(readFileSync(file, 'utf8'));
    } catch (error) {
      const message = `It cannot be read: ${(error as Error).message}`;
      return { extent: 'nothing', problems: [{ place, message }, ...citation] };
    }
    const { data: known, error } = research.safeParse(parsed);
    const messages = [
      ...checkSchema(parsed, site),
      ...(error?.issues ?? []).map(
        ({ path, message }) => `Its ${path.join('.')} is not as expected: ${message}`,
      ),
      ...(known ? [...checkAddresses(known, site), ...checkEntries(known, site)] : []),
      ...(known ? checkRelations(known) : []),
      ...(known ? checkNumbers(known, site) : []),
    ];
    const extent = formatAmount(known?.relations.length ?? 0, 'relation');
    return { extent, problems: [...messages.map((message) => ({ place, message })), ...citation] };
  },
};

function checkSchema(parsed: unknown, site: BuiltSite): string[] {
  const file = join(site.folder, schemaFile);
  if (!existsSync(file)) return [`There is no ${schemaFile} beside it.`];
  const { origin } = site;
  const { $schema } = parsed as { $schema?: string };
  const address = formatAddress({ path: `/${schemaFile}` }, site);
  try {
    const schema = JSON.parse(readFileSync(file, 'utf8')) as { $id?: string };
    const id = origin === undefined ? undefined : address;
    return [
      ...listSchemaFaults(schema, parsed).map((fault) => `It breaks its schema: ${fault}.`),
      ...($schema === address ? [] : [`Its schema is at ${address}, not ${$schema ?? 'nowhere'}.`]),
      ...(schema.$id === id ? [] : [`Its schema has the id ${schema.$id ?? ''}, not ${id ?? ''}.`]),
    ];
  } catch (error) {
    return [`Its schema cannot be read: ${(error as Error).message}`];
  }
}

function checkAddresses({ site: { page }, ...data }: Research, site: BuiltSite): string[] {
  const entries = listResearchEntries(data);
  const addresses = [
    page,
    ...[...entries, ...data.tags].map((one) => one.page),
    ...entries.flatMap(({ sections }) => sections.map(({ address }) => address)),
    ...data.relations.flatMap((one) => (one.kind === 'cites' ? one.places : [])),
  ];
  return [...new Set(addresses)].flatMap((address) =>
    parseOwn(address, site)
      ? checkAddress(address, site)
      : [`It links to ${address} on another site.`],
  );
}

/** Checks that the data lists every entry page. */
function checkEntries(data: Research, site: BuiltSite): string[] {
  const told = listResearchEntries(data).map(({ page }) => parseOwn(page, site)?.path);
  return site.pages
    .filter((page) => isOriginalPage(page) && !told.includes(page.path))
    .map(({ path }) => `It does not list ${path}.`);
}

function checkRelations(data: Research): string[] {
  const { threads, tags, references, relations } = data;
  const entries = listResearchEntries(data);
  const listIds = (list: { id: string }[]) => list.map(({ id }) => id);
  const ids: Record<string, string[]> = {
    'part-of': listIds(threads),
    accompanies: listIds(entries),
    related: listIds(entries),
    tagged: listIds(tags),
    cites: listIds(references),
  };
  const told = relations.map(({ kind, from, to }) => `${from} ${kind} ${to}`);
  const lost = relations.flatMap(({ kind, from, to }) => [
    ...(ids.related?.includes(from)
      ? []
      : [`The relation “${from} ${kind} ${to}” is from no entry.`]),
    ...(ids[kind]?.includes(to) ? [] : [`The relation “${from} ${kind} ${to}” has no target.`]),
  ]);
  const used = new Set(relations.map(({ to }) => to));
  return [
    ...Object.values(ids).flatMap((list) =>
      list.filter(isRepeated).map((id) => `The id “${id}” occurs twice.`),
    ),
    ...told.filter(isRepeated).map((relation) => `The relation “${relation}” occurs twice.`),
    ...lost,
    ...listIds([...tags, ...references])
      .filter((id) => !used.has(id))
      .map((id) => `No entry has or cites “${id}”.`),
  ];
}

function isRepeated(one: string, index: number, all: readonly string[]): boolean {
  return all.indexOf(one) !== index;
}

/** Checks that the works of an entry are those that its page lists, in order. */
function checkNumbers(data: Research, site: BuiltSite): string[] {
  const { relations } = data;
  return listResearchEntries(data).flatMap(({ id, page }) => {
    const path = parseOwn(page, site)?.path;
    const shown = site.pages
      .find((one) => one.path === path)
      ?.root.querySelectorAll('.cited > li[id]')
      .map((item, index) => `${index + 1} ${item.id?.replace(/^ref-/, '') ?? ''}`);
    const told = relations
      .flatMap((one) => (one.kind === 'cites' && one.from === id ? [one] : []))
      .map(({ number, to }) => `${number} ${to}`);
    const isSame = shown === undefined || told.join() === shown.join();
    return isSame ? [] : [`${id} cites ${told.join(', ')}; its page lists ${shown.join(', ')}.`];
  });
}

/** A site without an author has no such file. */
function checkCitationFile({ folder }: BuiltSite): Problem[] {
  const file = join(folder, 'CITATION.cff');
  if (!existsSync(file)) return [];
  const { error } = citationFile.safeParse(parse(readFileSync(file, 'utf8')));
  return (error?.issues ?? []).map(({ path, message }) => ({
    place: '/CITATION.cff',
    message: `Its ${path.join('.')} is not as expected: ${message}`,
  }));
}
