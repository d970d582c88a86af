/**
 * Adds properties to an object that are worked out when they are first asked for, and then kept. They are enumerable, so that copies and JSON have them.
 */
export function lazily<T extends object, Late extends object>(
  object: T,
  makers: { readonly [Key in keyof Late]: () => Late[Key] },
): T & Late {
  for (const key of Object.keys(makers) as (keyof Late & string)[]) {
    let made: { readonly value: unknown } | undefined;
    Object.defineProperty(object, key, { get: () => (made ??= { value: makers[key]() }).value, enumerable: true });
  }
  return object as T & Late;
}
