import { root } from '../support/source-files.js';

/** A publisher's own file, where the folder with them lies beside the repository; tests that need one skip where it is absent. */
export const raw = (name: string): string => `${root}../shared/data/raw/${name}`;

/** A table extracted from the publishers' files by another program. */
export const extracted = (name: string): string => `${root}../shared/data/${name}`;
