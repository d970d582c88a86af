import { describeValue, InputError } from '../core/index.js';

/** Where a file lies: a path, relative to the working folder of the program, or a `file:` URL. */
export type FilePath = string | URL;

/** A path as messages show it. */
export function pathText(where: string, path: FilePath): string {
  if (typeof path === 'string' && path !== '') return path;
  if (path instanceof URL && path.protocol === 'file:') return path.href;
  throw new InputError(
    'option.type',
    `${where}: the path is ${describeValue(path instanceof URL ? path.href : path)}; it must be the path of a file as text, or a file: URL.`,
    { where },
  );
}

/** The reason of a failed file operation in words; the file system gives only a short code. */
export function fileFailure(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'an unknown reason';
  return REASONS[code] ?? `the file system refused it (${code})`;
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  EISDIR: 'it is a folder, not a file',
  ENOTDIR: 'a part of the path is a file, not a folder',
  EACCES: 'the permission is missing',
  EPERM: 'the permission is missing',
};
