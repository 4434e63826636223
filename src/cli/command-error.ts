/** An expected failure of a command. Only its message is printed. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
  /** The exit code of the process. */
  readonly exitCode: number;

  constructor(message: string, exitCode = 1) {
    super(message);
    this.exitCode = exitCode;
  }
}

/** A wrongly typed command; nothing was done. */
export class UsageError extends CommandError {
  constructor(message: string) {
    super(message, 2);
  }
}

/** Reasons for system errors by code. */
const reasons: Record<string, string> = {
  EACCES: 'you have no permission',
  EPERM: 'the system does not permit it',
  EROFS: 'the file system is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'your quota on the disk is used up',
  EBUSY: 'it is in use, or something is mounted there',
  EMFILE: 'too many files are open',
  ENFILE: 'too many files are open',
  EIO: 'the disk could not be read or written',
  ENAMETOOLONG: 'the name is too long for the file system',
  ENOTDIR: 'there is a file where a folder is needed',
  EISDIR: 'there is a folder where a file is needed',
  ELOOP: 'its links lead in a circle',
};

/** Describes a system error with its path. Returns undefined for other errors. */
export function describeSystemError(error: unknown): string | undefined {
  const { code = '', path, dest } = error as NodeJS.ErrnoException & { dest?: string };
  const reason = reasons[code];
  if (reason === undefined) return undefined;
  const paths = [path, dest].filter((one) => one !== undefined).join(' → ');
  return `${paths || 'A file'} cannot be read or written: ${reason} (${code}).`;
}
