import { isNode } from './is-node.js';

/** More threads than this are asked for by name only: each holds the library once more. */
const MOST = 16;

/** One thread fewer than there are cores, at least one. */
export async function defaultThreadCount(): Promise<number> {
  return Math.min(MOST, Math.max(1, (await cores()) - 1));
}

async function cores(): Promise<number> {
  if (isNode()) {
    const { availableParallelism } = await import(/* webpackIgnore: true */ /* @vite-ignore */ 'node:os');
    return availableParallelism();
  }
  const { navigator } = globalThis as { readonly navigator?: { readonly hardwareConcurrency?: number } };
  return navigator?.hardwareConcurrency ?? 2;
}
