import { assertNumber } from '../core/index.js';
import { assertRankable, type CompositeRank } from './composite-rank.js';
import type { BoundScreen } from './screen.js';

const absolute =
  (kind: BoundScreen['kind']) =>
  <const Field extends string>(field: Field | CompositeRank<Field>, value: number): BoundScreen<Field> => {
    assertRankable(kind, 'field', field);
    assertNumber(kind, 'value', value);
    return Object.freeze({ kind, field, value });
  };

/**
 * Keeps the names whose characteristic is `value` or more: `atLeast('firms', 5)`.
 *
 * @throws InputError `option.type`.
 * @example
 * console.log(atLeast('firms', 5).value); // 5
 */
export const atLeast = absolute('atLeast');

/**
 * Keeps the names whose characteristic is `value` or less: `atMost('marketCap', 2000)`.
 *
 * @throws InputError `option.type`.
 * @example
 * console.log(atMost('marketCap', 2000).value); // 2000
 */
export const atMost = absolute('atMost');
