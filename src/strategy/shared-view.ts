/** A registered symbol, so that views of the ESM and the CommonJS copy of this package understand each other. */
export const SHARED_VIEW = Symbol.for('backtilt.view.shared');

/** What the views of one panel and row have in common, for the screens of this library: nothing in it may be changed. */
export interface SharedView {
  /** A field of all assets on the row, of those too that are not listed. */
  column(field: string): Float64Array;
  /** Works something out once for all strategies that are asked on this row, as long as there is room. */
  once(key: string, make: () => readonly number[]): readonly number[];
}

/** What a view shares with others; undefined for one that was made by hand. */
export const sharedOf = (view: object): SharedView | undefined =>
  (view as { readonly [SHARED_VIEW]?: SharedView })[SHARED_VIEW];
