import sharp from 'sharp';
import { encodePng } from './png.ts';

/** Renders a drawing as PNG without transparency. */
export async function renderPng(svg: string): Promise<Uint8Array<ArrayBuffer>> {
  const { data, info } = await sharp(Buffer.from(svg))
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return encodePng({ data, width: info.width, height: info.height });
}
