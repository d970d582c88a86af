import { mkdirSync, writeFileSync } from 'node:fs';
import { InputError } from '../core/index.js';

/** Writes a text; an error in one line where that is impossible. */
export function writeFile(path: string, text: string): void {
  attempt(`cannot write ${path}`, 'Check that the folder exists and may be written to.', path, () => {
    writeFileSync(path, text);
  });
}

/** Makes a folder, with those above it, unless it is there. */
export function makeFolder(path: string): void {
  attempt(`cannot make the folder ${path}`, 'Choose another one with --out.', path, () => {
    mkdirSync(path, { recursive: true });
  });
}

function attempt(what: string, remedy: string, path: string, act: () => void): void {
  try {
    act();
  } catch (error) {
    const { code = 'unknown error' } = error as { readonly code?: string };
    throw new InputError('file.missing', `${what} (${REASONS[code] ?? code}). ${remedy}`, { path, reason: code });
  }
}

const REASONS: Readonly<Record<string, string | undefined>> = {
  ENOENT: 'there is no such folder',
  ENOTDIR: 'a part of the path is a file',
  EEXIST: 'there is a file of this name',
  EISDIR: 'it is a folder',
  EACCES: 'permission denied',
  EROFS: 'read-only file system',
};
