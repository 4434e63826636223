import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { projectFolder } from '../../src/cli/project.ts';
import { testBuilds } from '../../src/cli/test.ts';

export interface Build {
  folder: string;
  /** The path of its home page on its host. */
  base: string;
  /** The path of every page, below `base`: `''`, `404.html`, `tags/`. */
  pages: string[];
}

/** Every build, in the order of `testBuilds`. */
export const builds = testBuilds.map(({ folder, base }) => {
  const path = join(projectFolder, folder);
  if (!existsSync(path)) throw new Error(`${folder}/ is not built. Run “npm test -- build” first.`);
  const pages = globSync('**/*.html', { cwd: path })
    // A page at a former address only leads elsewhere.
    .filter((file) => !readFileSync(join(path, file), 'utf8').includes('http-equiv="refresh"'))
    .map((file) => file.replaceAll('\\', '/').replace(/(^|\/)index\.html$/, '$1'));
  return { folder: path, base, pages: pages.toSorted() };
});

export const [rootBuild, portfolioBuild, exampleBuild, anonymousBuild] = builds as [
  Build,
  Build,
  Build,
  Build,
];

/** The build of a written site. */
export function findBuild(name: string): Build {
  const build = builds.find(({ folder }) => basename(folder) === name);
  if (build === undefined) throw new Error(`There is no site “${name}”.`);
  return build;
}
