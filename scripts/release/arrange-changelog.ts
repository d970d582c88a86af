import { readChangeset, type ChangesetText } from './changeset.js';

const mark = '<!-- changeset -->';
const list = (points: readonly string[]): string =>
  points.map((point) => `- ${point.replaceAll('\n', '\n  ')}\n`).join('');

/** The section of one version, of the changesets in the order of the release. */
export function changelogSection(version: string, date: string, texts: readonly ChangesetText[]): string {
  const of = (name: 'Added' | 'Changed' | 'Fixed'): string => {
    const points = texts.flatMap((text) => text[name]);
    return points.length === 0 ? '' : `### ${name}\n\n${list(points)}\n`;
  };
  const numbers = texts.flatMap((text) => text.numbers).map(({ what, by, why }) => `${what}: ${by}. Why: ${why}.`);
  const changed = `### Changed numbers\n\n${list(numbers.length === 0 ? ['None.'] : numbers)}`;
  return `## ${version} (${date})\n\n${of('Added')}${of('Changed')}${of('Fixed')}${changed}`;
}

/**
 * Puts what `changeset version` laid above the introduction where it belongs, under our headings. A changelog without such a section is answered as it is; one that
 * cannot be read throws, and nothing is lost.
 */
export function arrangeChangelog(changelog: string, date: string): string {
  const raw =
    /^# Changelog\n\n## (\d+\.\d+\.\d+\S*)\n+(### (?:Major|Minor|Patch) Changes\n[^]*?)(?=^All notable changes)/m.exec(
      changelog,
    );
  if (!raw) return changelog;
  const [whole, version = '', body = ''] = raw;
  const texts = body
    .split(/^### (?=(?:Major|Minor|Patch) Changes$)/m)
    .slice(1)
    .flatMap((group) => {
      const bump = group.split(' ', 1)[0]!.toLowerCase();
      const [, ...summaries] = group.split(mark);
      return summaries.map((text, i) => readChangeset(text, bump, `CHANGELOG.md ${version}, ${bump} ${i + 1}`));
    });
  const rest = changelog.slice(raw.index + whole.length);
  const [introduction = '', ...versions] = rest.split(/^(?=## )/m);
  return `# Changelog\n\n${introduction}${changelogSection(version, date, texts)}\n${versions.join('')}`;
}
