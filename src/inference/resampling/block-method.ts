/** How rows are drawn again: blocks of random length, blocks of one length on a circle, or blocks of one length that end with the data. */
export type BlockMethod = 'stationary' | 'circular' | 'moving';

export const blockMethods: readonly BlockMethod[] = ['stationary', 'circular', 'moving'];
