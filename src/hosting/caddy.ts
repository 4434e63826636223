import type { OwnServer } from './nginx.ts';
import {
  buildPattern,
  caching,
  commonHeaders,
  contentTypes,
  findValue,
  hostFiles,
  missingPage,
  openFolder,
  policies,
  type HeaderRule,
} from './rules.ts';

const variables = new Map([
  [contentTypes, '{portfolio_type}'],
  [caching, '{portfolio_caching}'],
  [policies, '{portfolio_policy}'],
]);

/** Formats a site as a block of a Caddyfile. */
export function formatCaddyfile({ host, root, base }: OwnServer): string {
  return [
    '(portfolio_headers) {',
    ...[...variables].flatMap(([rule, name]) => formatMap(rule, name)),
    '\theader {',
    ...Object.entries(commonHeaders).map(([name, value]) => `\t\t${name} "${value}"`),
    ...[...variables].map(([{ header }, name]) => `\t\t${header} ${name}`),
    '\t}',
    '}',
    '',
    `${host} {`,
    `\troot * ${root}`,
    '\timport portfolio_headers',
    '\t@private {',
    `\t\tpath_regexp /(\\.|(${hostFiles.join('|')})$)`,
    `\t\tnot path */${openFolder}/*`,
    '\t}',
    '\terror @private 404',
    '\theader ?Vary Accept-Encoding',
    '\tfile_server {',
    '\t\tprecompressed br gzip',
    '\t}',
    '\thandle_errors {',
    '\t\troute {',
    `\t\t\trewrite * ${base}${missingPage}`,
    '\t\t\timport portfolio_headers',
    '\t\t\tfile_server',
    '\t\t}',
    '\t}',
    '}',
    '',
  ].join('\n');
}

function formatMap(rule: HeaderRule, name: string): string[] {
  return [
    `\tmap {path} ${name} {`,
    // A folder is served as its index page.
    ...(rule === contentTypes ? [`\t\t~/$ "${findValue(rule, '/index.html')}"`] : []),
    ...rule.cases.map(({ files, value }) => `\t\t~(?i)${buildPattern(files)} "${value}"`),
    `\t\tdefault "${rule.otherwise}"`,
    '\t}',
  ];
}
