import type { PanelStore } from '../panel/index.js';
import type { Plan } from './plan.js';
import type { Run } from './run.js';

/**
 * The weight of one of the run's assets at the start of each row: its value after the last trade, grown by its own returns, over
 * the wealth of the portfolio. Worked out when asked for, from the targets and the wealth path.
 */
export function weightPath(store: PanelStore, plan: Plan, run: Run, member: number): Float64Array {
  const position = plan.positions[member]!;
  const column = position * store.calendar.length;
  const weights = new Float64Array(run.after.length);
  const trades = run.decisions.flatMap(({ target, traded }) =>
    traded === undefined ? [] : [{ row: traded.row, target }],
  );
  let next = 0;
  let value = 0;
  for (let row = run.start; row < run.last; row++) {
    const wealth = row === run.start ? run.invested : run.after[row - run.start - 1]!;
    if (row > run.start)
      value = row > store.last[position]! ? 0 : value === 0 ? 0 : value * (1 + store.values[column + row]!);
    while (next < trades.length && trades[next]!.row <= row) {
      const { members, weights: targets } = trades[next++]!.target;
      const entry = members.indexOf(member);
      value = entry < 0 ? 0 : targets[entry]! * wealth;
    }
    weights[row - run.start] = row >= store.last[position]! ? 0 : value / wealth;
  }
  return weights;
}
