/** The other two places in which the version stands, beside package.json. */
export const withVersion = {
  lock: (text: string, version: string): string => {
    const lock = JSON.parse(text) as { version: string; packages: Record<string, { version: string }> };
    lock.version = version;
    lock.packages['']!.version = version;
    return `${JSON.stringify(lock, null, 2)}\n`;
  },
  source: (text: string, version: string): string => {
    const changed = text.replace(/(libraryVersion = ')[^']*(')/, `$1${version}$2`);
    if (!changed.includes(`'${version}'`)) throw new Error('src/core/library-version.ts does not hold the version');
    return changed;
  },
};
