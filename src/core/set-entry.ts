/** Gives a record an entry of its own under any name: assignment to `__proto__` would add none. */
export function setEntry(record: Record<string, unknown>, name: string, value: unknown): void {
  if (name !== '__proto__') record[name] = value;
  else Object.defineProperty(record, name, { value, enumerable: true, writable: true, configurable: true });
}
