import { assertNumber, seededRandom } from '../core/index.js';
import { type AnyPanel, assemblePanel, type Fact, storeOf } from '../panel/index.js';
import { madeLife } from './made-life.js';

/**
 * The same panel with another future: after row `cut` every return and every fact is replaced by a made one, and assets begin,
 * end and pause on other rows.
 *
 * Everything up to the close of the row stays, and with it which assets are listed by then. On the row after it the same assets have a
 * return as before, and so has one that ended on the row: whether it ends there is future. One whose return is missing then,
 * between two others, has its next where it was.
 *
 * @param cut the last row that stays, from −1 (the base) on.
 * @param seed equal seeds give equal futures.
 * @throws InputError `panel.invalid`, `option.range`, `option.type`.
 * @example
 * const panel = fromReturns({ frequency: 'monthly', dates: ['2024-01', '2024-02', '2024-03'], returns: { A: [0.01, 0.02, 0.03] } });
 * const other = scrambleFuture(panel, 0, 1).returns('A').values;
 * console.log(other[0], other[1] === 0.02); // 0.01 false
 */
export function scrambleFuture<P extends AnyPanel>(panel: P, cut: number, seed: number): P {
  const store = storeOf(panel, 'scrambleFuture');
  assertNumber('scrambleFuture', 'cut', cut, { min: -1, max: store.calendar.length - 1, integer: true });
  assertNumber('scrambleFuture', 'seed', seed, { integer: true });
  const random = seededRandom(seed);
  const { length } = store.calendar;
  const values = store.values.slice();
  for (let asset = 0; asset < store.assets.length; asset++) {
    const column = values.subarray(asset * length, (asset + 1) * length);
    const returned = madeLife(column, { first: store.first[asset]!, last: store.last[asset]! }, cut, random);
    for (let row = cut + 1; row < length; row++) column[row] = returned(row) ? 0.6 * random.uniform() - 0.3 : NaN;
  }
  const cutDay = cut < 0 ? store.calendar.base : store.calendar.days[cut]!;
  const scrambled = (fact: Fact, salt: number): Fact => {
    return (calendar) => {
      const draw = seededRandom(seed * 31 + salt);
      const known = fact(calendar);
      return known.map((value, entry) => {
        const day = entry === 0 ? calendar.base : calendar.days[entry - 1]!;
        const made = (Number.isNaN(value) ? 1 : Math.abs(value) + 1) * 4 * draw.uniform();
        return day > cutDay ? made : value;
      });
    };
  };
  let salt = 0;
  const fields = new Map(
    [...store.fields].map(([name, facts]) => [name, facts.map((fact) => scrambled(fact, salt++))]),
  );
  const indicators = new Map(
    [...store.indicators].map(([name, { fact, usesHindsight }]) => [
      name,
      { fact: scrambled(fact, salt++), usesHindsight },
    ]),
  );
  return assemblePanel({ ...store, values, fields, indicators }) as unknown as P;
}
