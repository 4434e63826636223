import type { ImageTransform, LocalImageService } from 'astro';
import sharpService from 'astro/assets/services/sharp';
import { remember, type CachePlace } from '../../cache/file-cache.ts';
import { scalePicture } from './scale.ts';

/**
 * The widths of the copies of a picture in px: for the text on screens of one and two pixels per
 * unit, for phones, and for a picture enlarged to the window.
 */
const [smallest, ...largerWidths] = [480, 800, 1368, 2432] as const;

/** The width of the copy for readers that know no others, such as feed readers. */
const usualWidth = 1368;

/** The width that a picture has on the page: that of the text, or of a narrow window. */
const column = '(width >= 46rem) 684px, 92vw';

/** Scales pictures to the width of the page, as WebP in several widths. Astro asks for each copy by its width. */
const service: LocalImageService = {
  ...sharpService,
  validateOptions: (options, ...context) =>
    sharpService.validateOptions?.(fit(options), ...context) ?? options,
  async transform(bytes, options, ...context) {
    if (options.format !== 'webp') return await sharpService.transform(bytes, options, ...context);
    const { width } = options as { width?: number };
    const cache = import.meta.env.CACHE as CachePlace | undefined;
    const make = () => scalePicture(bytes, width);
    return { data: await remember(cache, ['picture', String(width), bytes], make), format: 'webp' };
  },
};

export default service;

/** Sets the copies of a picture: one for each width that is not larger than the picture. */
function fit(options: ImageTransform): ImageTransform {
  const { src } = options;
  if (typeof src === 'string' || src.format === 'svg') return options;
  const width = Math.min(src.width, usualWidth);
  const height = Math.round((width * src.height) / src.width);
  const isScaled = src.format !== 'gif' && src.width > smallest;
  const { sizes = column } = options as { sizes?: string };
  const copies = isScaled ? { widths: [smallest, ...largerWidths], sizes } : {};
  return { ...options, format: 'webp', width, height, ...copies } as ImageTransform;
}
