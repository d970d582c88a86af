type Entry = { version?: string; dev?: boolean; devOptional?: boolean; peer?: boolean; extraneous?: boolean };
type Lock = { packages: Record<string, Entry & { devDependencies?: object; peerDependencies?: object }> };

/**
 * The manifest and the lock of what is installed with the library, and nothing else. `npm sbom --omit dev` alone will not do: it also leaves out what a development
 * package happens to need too (four of our seven).
 */
export function productionTree(manifest: string, lock: string): { manifest: string; lock: string } {
  const own = JSON.parse(manifest) as Record<string, unknown>;
  for (const key of ['devDependencies', 'peerDependencies', 'peerDependenciesMeta', 'overrides'])
    Reflect.deleteProperty(own, key);
  const whole = JSON.parse(lock) as Lock;
  const packages = Object.fromEntries(
    Object.entries(whole.packages).filter(
      ([, { dev, devOptional, peer, extraneous }]) => !(dev ?? devOptional ?? peer ?? extraneous),
    ),
  );
  const front = { ...packages[''] };
  for (const key of ['devDependencies', 'peerDependencies', 'peerDependenciesMeta']) Reflect.deleteProperty(front, key);
  packages[''] = front;
  return { manifest: JSON.stringify(own, null, 2), lock: JSON.stringify({ ...whole, packages }, null, 2) };
}
