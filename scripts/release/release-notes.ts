/** What the changelog says of a version, without the heading. */
export function releaseNotes(changelog: string, version: string): string {
  const section = changelog.split(/^(?=## )/m).find((text) => text.startsWith(`## ${version} (`));
  if (section === undefined) throw new Error(`CHANGELOG.md has no section "## ${version} (date)"`);
  return `${section.slice(section.indexOf('\n') + 1).trim()}\n`;
}
