import { parseArgs } from 'node:util';
import { checkProject } from './check.ts';
import { publish, type Complete } from './publish.ts';

/**
 * Checks the content and builds the site into `folder`, as it is to stand at `address`. Says whether it did;
 * if not, what stands in `folder` is as it was.
 */
export async function buildProject(
  folder = 'dist',
  address?: string,
  complete?: Complete,
): Promise<boolean> {
  if (address !== undefined) process.env.SITE_ADDRESS = address;
  return checkProject() && (await publish(folder, { complete }));
}

/** What is wrong with the options; nothing where they can be followed. */
function findMistake(values: ReturnType<typeof parseOptions>): string | undefined {
  const { address, anonymous, out } = values;
  const usual = anonymous ? 'dist-anonymous' : 'dist';
  if (out !== undefined && out !== usual && !/^\.cache\/[\w/-]+$/.test(out))
    return `The site is built into ${usual} or a folder of .cache/, not into “${out}”.`;
  if (address !== undefined && !/^https?:$/.test(URL.parse(address)?.protocol ?? ''))
    return `An address is wanted, as https://account.github.io/portfolio/, not “${address}”.`;
  if (!anonymous && (values['without-venues'] || values.allow))
    return '--without-venues and --allow are for an anonymous site: add --anonymous.';
  return undefined;
}

function parseOptions(args: string[]) {
  return parseArgs({
    args,
    options: {
      address: { type: 'string' },
      out: { type: 'string' },
      source: { type: 'string' },
      anonymous: { type: 'boolean' },
      'without-venues': { type: 'boolean' },
      allow: { type: 'string', multiple: true },
    },
  }).values;
}

/**
 * `npm run build [-- --address https://example.org/portfolio/]`, and `npm run build -- --anonymous
 * [--without-venues] [--allow word]`; the tests build into other folders by `--out`, and the example by
 * `--source tests/fixtures/example`, the folder that holds its `content/`.
 */
export async function run(args: string[], complete?: Complete): Promise<number> {
  const values = parseOptions(args);
  const mistake = findMistake(values);
  if (mistake !== undefined) {
    console.error(mistake);
    return 1;
  }
  const { out, address, source, anonymous, allow, 'without-venues': withoutVenues } = values;
  if (source !== undefined) process.env.SITE_SOURCE = source;
  if (!anonymous) return (await buildProject(out, address, complete)) ? 0 : 1;
  // What searches a site reads many kinds of files, and is loaded where it is needed.
  const { buildAnonymous } = await import('./anonymous.ts');
  const options = { folder: out, address, withoutVenues, allow, complete };
  return (await buildAnonymous(options)) ? 0 : 1;
}
