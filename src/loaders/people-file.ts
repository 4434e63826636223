import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loader } from 'astro/loaders';
import type { Fault } from '../lib/fault.ts';
import type { Located } from '../lib/located.ts';
import { people, type People } from '../schema/people.ts';
import { checkFields, parseFields } from './fields.ts';
import { contentFiles } from './files.ts';
import { getValue } from './source.ts';
import { watchPath } from './watched-path.ts';
import { readYamlFile } from './yaml-file.ts';

const file = contentFiles.people;

/** Loads the people of `content/people.yaml` below `root`: none without the file. Throws `ContentError` if it has faults. */
export function loadPeople(root: string): People {
  if (!existsSync(join(root, file))) return {};
  const { source, faults } = readYamlFile(root, file);
  return parseFields<People>(people, source, faults);
}

/** Checks the people. Returns the names of those without a role, who are authors of papers. */
export function checkPeopleFile(
  root: string,
  keys: readonly string[],
): { faults: Fault[]; coauthors: Located<string>[] } {
  if (!existsSync(join(root, file))) return { faults: [], coauthors: [] };
  const { source, faults } = readYamlFile(root, file);
  if (source === undefined) return { faults, coauthors: [] };
  const names = Object.keys(source.data ?? {});
  return {
    faults: [...faults, ...checkFields(people, source, keys)],
    coauthors: names
      .filter((name) => getValue(source.data, [name, 'role']) === undefined)
      .map((name) => ({ value: name, place: source.locate([name]) })),
  };
}

/** Loads the people as a collection with one entry, `people`. */
export function peopleFile() {
  return {
    name: 'people-file',
    async load(context) {
      const { config, store } = context;
      const root = fileURLToPath(config.root);
      await watchPath(context, join(root, file), () => {
        store.set({ id: 'people', data: loadPeople(root) });
      });
    },
  } satisfies Loader;
}
