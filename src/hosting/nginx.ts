import {
  buildPattern,
  caching,
  commonHeaders,
  contentTypes,
  hostFiles,
  missingPage,
  openFolder,
  policies,
  type HeaderRule,
} from './rules.ts';

/** A site on its own server. */
export interface OwnServer {
  host: string;
  /** The folder that the host serves as `/`. */
  root: string;
  /** The path of the site on its host, with slashes at both ends. */
  base: string;
}

const variables = new Map([
  [caching, '$portfolio_caching'],
  [policies, '$portfolio_policy'],
]);

/** Formats a site as a file for nginx's `conf.d`. */
export function formatNginx({ host, root, base }: OwnServer): string {
  return [
    ...[...variables].flatMap(([rule, name]) => [...formatMap(rule, name), '']),
    'server {',
    '    listen 80;',
    '    listen [::]:80;',
    `    server_name ${host};`,
    `    root ${root};`,
    `    error_page 403 404 =404 ${base}${missingPage};`,
    '',
    '    server_tokens off;',
    '    # Redirects a folder without its slash to the one with it, on any host and port.',
    '    absolute_redirect off;',
    '',
    '    # Sends the compressed copies of files. Debian has Brotli in libnginx-mod-http-brotli-static;',
    '    # remove its line if that is not installed.',
    '    gzip_static on;',
    '    gzip_vary on;',
    '    brotli_static on;',
    '',
    ...Object.entries(commonHeaders).map(
      ([name, value]) => `    add_header ${name} "${value}" always;`,
    ),
    ...[...variables].map(([{ header }, name]) => `    add_header ${header} ${name} always;`),
    '',
    ...formatTypes(contentTypes),
    '',
    `    location ~ "/((${hostFiles.join('|')})$|\\.(?!${openFolder.slice(1)}/))" { return 404; }`,
    '}',
    '',
  ].join('\n');
}

function formatMap({ otherwise, cases }: HeaderRule, name: string): string[] {
  return [
    `map $uri ${name} {`,
    `    default "${otherwise}";`,
    ...cases.map(({ files, value }) => `    "~*${buildPattern(files)}" "${value}";`),
    '}',
  ];
}

/** Types by file extension go into one list. A type for one name needs its own location block. */
function formatTypes({ otherwise, cases }: HeaderRule): string[] {
  const byType = Map.groupBy(cases, ({ value }) => value);
  const endings = [...byType].flatMap(([type, some]) => {
    const names = some.flatMap(({ files }) => ('ending' in files ? [files.ending] : []));
    return names.length > 0 ? [`        "${type}" ${names.join(' ')};`] : [];
  });
  const places = cases.flatMap(({ files, value }) =>
    'ending' in files
      ? []
      : [`    location ~* "${buildPattern(files)}" { types { } default_type "${value}"; }`],
  );
  return ['    types {', ...endings, '    }', `    default_type "${otherwise}";`, ...places];
}
