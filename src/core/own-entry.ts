/** The entry of a record under a name of the user's: an asset may be called "constructor", which every object has without having it. */
export function ownEntry<T>(record: Readonly<Partial<Record<string, T>>>, name: string): T | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}
