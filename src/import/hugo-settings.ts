import { readDocument, readInner, readText, readYamlFile, type Fields } from './document.ts';
import { leave, type Draft } from './draft.ts';
import { addSettings, findAccounts, readAccounts } from './settings.ts';
import { nameText } from './source.ts';

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
    const own = findAccounts(fields);
    addSettings(draft.settings, {
      title: readText(fields.title),
      intro: readText(marketing.description) || readText(fields.description),
      language: readText(fields.languageCode) || readText(fields.defaultContentLanguage),
      address: readText(fields.baseURL),
      author: own,
    });
  }
  const people = draft.source.files.filter((file) =>
    /^(?:content\/authors\/[^/]+\/_?index\.md|data\/authors\/[^/]+\.yaml)$/.test(file),
  );
  const owners = people.map((file): [string, string] => {
    const fields =
      (file.endsWith('.yaml') ? readYamlFile(draft, file) : readDocument(draft, file))?.fields ??
      {};
    const name =
      readText(readInner(fields.name).display) || readText(fields.title) || readText(fields.name);
    const folder = nameText(file);
    if (folder === 'admin' || folder === 'me' || fields.superuser === true || people.length === 1)
      addOwner(draft, name, fields);
    return [folder, name];
  });
  return new Map(owners.filter(([, name]) => name !== ''));
}

function addOwner(draft: Draft, name: string, fields: Fields): void {
  const accounts = {
    ...findAccounts(fields),
    ...readAccounts({ github: undefined, orcid: fields.orcid, email: fields.email }),
  };
  addSettings(draft.settings, { title: name, author: { name, ...accounts } });
}
