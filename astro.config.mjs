import { buildConfig } from './src/astro-config.ts';

// For Astro's own commands. Those of this project pass the configuration of the site that they build.
export default buildConfig({ root: import.meta.dirname });
