/** Freezes plain objects and arrays all the way down and returns the same object. Typed arrays cannot be frozen, and objects of a
 * class belong to somebody else: both stay as they are. */
export function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  if (!Array.isArray(value)) {
    const prototype: unknown = Object.getPrototypeOf(value);
    if (prototype !== Object.prototype && prototype !== null) return value;
  }
  Object.freeze(value);
  if (Array.isArray(value)) {
    for (let place = 0; place < value.length; place++) deepFreeze(value[place] as unknown);
    return value;
  }
  for (const key of Reflect.ownKeys(value)) {
    const part = (value as Record<PropertyKey, unknown>)[key];
    if (typeof part === 'object' && part !== null) deepFreeze(part);
  }
  return value;
}
