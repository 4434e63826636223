// Node has loaded these modules for the configuration. Vite would transform each one again, but leaves data: to Node.
const code = `export * from ${JSON.stringify(new URL('./collections.ts', import.meta.url))}`;
const { collections } = (await import(
  /* @vite-ignore */ `data:text/javascript,${encodeURIComponent(code)}`
)) as typeof import('./collections.ts');

export { collections };
