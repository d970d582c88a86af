/** Numbers in memory that threads share, or the numbers themselves where the platform keeps threads apart. */
export function sharedColumn(values: Float64Array): Float64Array {
  if (!threadsShareMemory()) return values.slice();
  const column = new Float64Array(new SharedArrayBuffer(values.byteLength));
  column.set(values);
  return column;
}

/** Browsers share memory with pages only that say so ("cross-origin isolated"). */
const threadsShareMemory = (): boolean =>
  typeof SharedArrayBuffer === 'function' &&
  (globalThis as { readonly crossOriginIsolated?: boolean }).crossOriginIsolated !== false;
