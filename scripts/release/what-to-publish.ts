type Manifest = { name: string; version: string; repository?: string | { url?: string } };

/**
 * The two lines that the release workflow reads. Throws where npm gave no clear answer, and where package.json does not name the repository that the workflow runs in:
 * npm refuses such provenance, after the tests and the build.
 */
export function whatToPublish(manifest: string, versionsOf: (name: string) => string, here?: string): string {
  const { name, version, repository } = JSON.parse(manifest) as Manifest;
  const url = typeof repository === 'object' ? repository.url : repository;
  const address = url?.replace(/^git\+/, '').replace(/\.git$/, '');
  if (here !== undefined && address !== here) {
    throw new Error(`package.json: "repository" is ${address ?? 'missing'}; provenance needs ${here}`);
  }
  const answer = versionsOf(name);
  const found: unknown = answer.trim() === '' ? undefined : JSON.parse(answer);
  const versions = typeof found === 'string' ? [found] : found;
  if (Array.isArray(versions)) return `version=${version}\npublished=${versions.includes(version)}`;
  const code = (found as { error?: { code?: string } } | undefined)?.error?.code;
  // A name that npm does not know: nothing of it is published.
  if (code === 'E404') return `version=${version}\npublished=false`;
  throw new Error(`npm did not say which versions of ${name} are published: ${answer}`);
}
