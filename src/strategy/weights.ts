/** Target weights by asset name, as fractions of wealth. An absent asset is 0; what is left to 1 is cash. */
export type Weights<Asset extends string = string> = Readonly<Partial<Record<Asset, number>>>;

/** Target weights by position in `view.assets`: what a screen over many names gives. What is left to 1 is cash. */
export interface Allocation {
  readonly members: ArrayLike<number>;
  readonly weights: ArrayLike<number>;
}
