import { findAccounts, personFields, readAccounts, readPerson } from './author.ts';
import { convertBody } from './body.ts';
import {
  findLine,
  leaveFields,
  readDocument,
  readInner,
  readText,
  readYamlFile,
  type Document,
} from './document.ts';
import { leave, type Draft } from './draft.ts';
import { EntryFiles } from './links.ts';
import { addSettings } from './settings.ts';
import { nameText } from './source.ts';

/** The other fields of a person that are read, and those that only say how a page looks. */
const knownPersonFields =
  'name title first_name last_name email orcid github links social profiles'.split(' ');
const personLooks =
  /^(?:schema|slug|authors|superuser|is_owner|highlight_name|user_groups|weight|draft|type|cover|avatar|status|design)$/;

/** Reads the settings. Returns the names of the people by the names of their folders. */
export function readHugoSettings(draft: Draft): Map<string, string> {
  const names = ['hugo.yaml', 'config.yaml', 'params.yaml', 'languages.yaml'];
  const files = ['', 'config/_default/'].flatMap((folder) => names.map((name) => folder + name));
  for (const file of draft.source.files.filter((one) =>
    /^(?:config\/_default\/)?(?:hugo|config|params|languages)\.toml$/.test(one),
  ))
    leave(draft, file, 1, 'Its settings are in TOML, and are not read.');
  for (const file of files) {
    const fields = readYamlFile(draft, file)?.fields ?? {};
    const marketing = readInner(readInner(fields.marketing).seo);
    const identity = readInner(readInner(fields.hugoblox).identity);
    const own = findAccounts(fields);
    addSettings(draft.settings, {
      title: readText(fields.title) || readText(identity.name),
      intro:
        [marketing, fields, identity]
          .map(({ description }) => readText(description))
          .find(Boolean) ?? '',
      language: readText(fields.languageCode) || readText(fields.defaultContentLanguage),
      address: readText(fields.baseURL),
      author: own,
    });
  }
  // Newer sites have people in data/, and may keep older files.
  const people = draft.source.files
    .filter((file) =>
      /^(?:content\/authors\/[^/]+\/_?index\.md|data\/authors\/[^/]+\.yaml)$/.test(file),
    )
    .toSorted((a, b) => Number(b.startsWith('data/')) - Number(a.startsWith('data/')));
  const owners = people.map((file): [string, string] => {
    const document = file.endsWith('.yaml')
      ? { body: '', ...(readYamlFile(draft, file) ?? { file, fields: {}, line: () => 1 }) }
      : readDocument(draft, file);
    const fields = document?.fields ?? {};
    const { display, given, family } = readInner(fields.name);
    const parts = [given, family].map(readText);
    const name =
      (parts.every(Boolean) ? parts.join(' ') : readText(display)) ||
      readText(fields.name) ||
      readText(fields.title);
    const folder = nameText(file);
    const isNamed = folder === 'admin' || folder === 'me' || people.length === 1;
    if (
      document !== undefined &&
      (isNamed || fields.superuser === true || fields.is_owner === true)
    )
      addOwner(draft, document, name);
    else
      leave(
        draft,
        file,
        1,
        'A person: only the name is read. Addresses go into content/people.yaml.',
      );
    return [folder, name];
  });
  return new Map(owners.filter(([, name]) => name !== ''));
}

/** Adds the author of the site, with the position, the affiliations, the accounts and the biography. */
function addOwner(draft: Draft, document: Document, name: string): void {
  const { file, fields } = document;
  const body = convertBody(draft, document, 'hugo', new EntryFiles('biography'));
  const isPlain = !/^(?:[#<|>]|[-*+\d])|[{}]|!\[|\]\(\./m.test(body);
  if (!isPlain)
    leave(
      draft,
      file,
      findLine(document, body),
      'The long biography: write it as content/pages/about.mdx.',
    );
  const { biography, ...person } = readPerson(fields);
  addSettings(draft.settings, {
    title: name,
    author: {
      name,
      ...person,
      biography: isPlain && body !== '' ? body : biography,
      ...findAccounts(fields),
      ...readAccounts({ github: undefined, orcid: fields.orcid, email: fields.email }),
    },
  });
  leaveFields(draft, document, [...knownPersonFields, ...personFields], personLooks);
  const folder = nameText(file);
  const photo = draft.source.files.find(
    (one) =>
      one.startsWith(`content/authors/${folder}/avatar.`) ||
      one.startsWith(`assets/media/authors/${folder}.`),
  );
  if (photo !== undefined)
    leave(
      draft,
      photo,
      1,
      'The photograph: put it beside site.yaml, and describe it in author.photo.',
    );
}
