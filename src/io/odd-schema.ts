import { z } from 'zod';
import { ODD_WORDS } from '../engine/index.js';

/** Values that JSON cannot say, by column and row. */
export const odd = z.array(z.tuple([z.string(), z.int().nonnegative(), z.enum(ODD_WORDS)]));
