/** A share in words, to a hundredth of a percent: 0.3 is "30 %". */
export const inPercent = (share: number): string => `${Number((share * 100).toFixed(2))} %`;
