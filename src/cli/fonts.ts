import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildFontFaces, facesFile } from './font-faces.ts';
import { buildFonts, fontsFolder } from './subset-fonts.ts';

/** `npm run fonts` */
export async function run(): Promise<number> {
  for (const [name, font] of await buildFonts()) {
    await writeFile(join(fontsFolder, name), font);
    console.log(`${String(font.length).padStart(6)} bytes  src/fonts/${name}`);
  }
  const faces = await buildFontFaces();
  await writeFile(facesFile, faces);
  console.log(`${String(Buffer.byteLength(faces)).padStart(6)} bytes  src/styles/fonts.css`);
  return 0;
}
