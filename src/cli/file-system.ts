import { createRequire } from 'node:module';

/** System calls that Node lacks. */
interface FileSystemExtensions {
  /**
   * Locks an open file until this process ends or closes it. Returns false if another process has
   * locked it.
   */
  tryLock: (descriptor: number) => boolean;
  /** Exchanges two paths atomically. */
  swap: (from: string, to: string) => Promise<void>;
}

/**
 * Loads the extensions, which are compiled for common systems. On others, locks always succeed and
 * exchanges fail.
 */
export function loadFileSystem(): FileSystemExtensions {
  try {
    return createRequire(import.meta.url)('fs-native-extensions') as FileSystemExtensions;
  } catch {
    return {
      tryLock: () => true,
      swap: () => Promise.reject(Object.assign(new Error('No exchange.'), { code: 'ENOSYS' })),
    };
  }
}
