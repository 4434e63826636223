import { createRequire } from 'node:module';

/** Calls of the system that Node does not have. */
interface FileSystemExtensions {
  /** Locks an open file until this process ends or closes it; false where another process has it locked. */
  tryLock: (descriptor: number) => boolean;
  /** Exchanges two paths in one step, so that there is no moment at which either is missing. */
  swap: (from: string, to: string) => Promise<void>;
}

/**
 * Loads them. They come compiled for the usual systems; on any other, nothing is locked and no paths are
 * exchanged.
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
