import { spawn } from 'node:child_process';
import { resolve } from 'node:path';

/** The command that shows a file, by platform. */
const VIEWERS: Readonly<Partial<Record<NodeJS.Platform, readonly [string, ...string[]]>>> = {
  darwin: ['open'],
  win32: ['cmd', '/c', 'start', ''],
};

/** The command and its words that show a file on a platform. */
export function viewerOf(platform: NodeJS.Platform, path: string): readonly [string, ...string[]] {
  return [...(VIEWERS[platform] ?? ['xdg-open']), resolve(path)] as unknown as [string, ...string[]];
}

/** Shows a file in the system's viewer, and does not wait for it; where there is none, nothing happens: the path was printed. */
export function openFile(path: string): void {
  const [command, ...words] = viewerOf(process.platform, path);
  const viewer = spawn(command, words, { detached: true, stdio: 'ignore' });
  viewer.on('error', () => undefined);
  viewer.unref();
}
