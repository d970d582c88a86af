import { annually, fixedMix, monthly, sweep, type Strategy } from 'backtilt';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../src/core/index.js';
import { months } from '../made-panel.js';

const random = seededRandom(11);
const column = (): number[] => Array.from({ length: 90 }, () => 0.005 + 0.1 * (random.uniform() - 0.5));
const panel = months({ A: column(), B: column(), C: column(), D: column(), E: column() });

interface Params {
  readonly tilt: number;
  readonly often: boolean;
}

const strategy = ({ tilt, often }: Params): Strategy<'A' | 'B' | 'C' | 'D' | 'E'> =>
  fixedMix({
    weights: { A: 1 - tilt, B: tilt / 2, C: tilt / 4, D: tilt / 8, E: tilt / 8 },
    schedule: often ? monthly() : annually(),
  });

const metrics = ['totalReturn', 'cagr', 'volatility', 'sharpeRatio', 'maxDrawdown'] as const;
const list: Params[] = Array.from({ length: 1300 }, (_, index) => ({ tilt: (index % 650) / 649, often: index < 650 }));
const keyOf = ({ tilt, often }: Params): string => `${tilt} ${String(often)}`;

function shuffled<T>(values: readonly T[]): T[] {
  const mixed = [...values];
  for (let place = mixed.length - 1; place > 0; place--) {
    const other = random.integer(place + 1);
    [mixed[place], mixed[other]] = [mixed[other]!, mixed[place]!];
  }
  return mixed;
}

describe('the order of the variants', () => {
  it('changes their figures by no more than 1e-13, wherever they stand among the others', () => {
    const whole = sweep(panel, { list, strategy, metrics });
    const known = new Map(list.map((params, row) => [keyOf(params), row]));
    for (let turn = 0; turn < 5; turn++) {
      const mixed = shuffled(list).slice(0, turn === 0 ? 1300 : 700);
      const other = sweep(panel, { list: mixed, strategy, metrics });
      for (const metric of metrics) {
        mixed.forEach((params, row) => {
          const gap = Math.abs(other.metrics[metric][row]! - whole.metrics[metric][known.get(keyOf(params))!]!);
          expect(gap).toBeLessThan(1e-13 * Math.max(1, Math.abs(other.metrics[metric][row]!)));
        });
      }
    }
  });

  it('is none of the figures of a variant whose weights are decided as the run goes: they are equal to the last digit', () => {
    const few = list.filter((_, index) => index % 100 === 0);
    const decided = (params: Params): Strategy<'A' | 'B' | 'C' | 'D' | 'E'> => {
      const fixed = strategy(params);
      return { ...fixed, decide: (view) => ({ ...fixed.decide(view) }) };
    };
    const mixed = shuffled(few);
    const one = sweep(panel, { list: few, strategy: decided, metrics });
    const other = sweep(panel, { list: mixed, strategy: decided, metrics });
    mixed.forEach((params, row) => {
      const place = few.indexOf(params);
      expect(metrics.map((metric) => other.metrics[metric][row])).toEqual(
        metrics.map((metric) => one.metrics[metric][place]),
      );
    });
  });

  it('of two runs that are alike changes nothing at all', () => {
    const run = (): string => JSON.stringify(sweep(panel, { list, strategy, metrics }));
    expect(run()).toBe(run());
  });
});
