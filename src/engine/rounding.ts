/** A difference of weights up to this is rounding: no trade, no debt, no breach of a band. */
export const ROUNDING = 1e-12;
