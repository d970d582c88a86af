/** A fraction in the words of a sentence, with as many decimals as it has, four at most: 0.3 is "30 %", 0.0025 is "0.25 %". Tables use `percentCell`. */
export const inPercent = (fraction: number, decimals = 4): string => `${Number((fraction * 100).toFixed(decimals))} %`;
