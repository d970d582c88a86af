import { createHash } from 'node:crypto';
import {
  addField,
  addIndicator,
  type AnyPanel,
  backtest,
  type BacktestOptions,
  type BacktestResult,
  defineStrategy,
  monthly,
  slice,
} from 'backtilt';
import { describe, expect, it } from 'vitest';
import { months } from './made-panel.js';
import { randomCase } from './oracle-cases.js';

interface Changes {
  readonly returns?: Readonly<Record<string, readonly number[]>>;
  readonly name?: string;
  readonly params?: Readonly<Record<string, unknown>>;
  readonly weight?: number;
  readonly assets?: readonly string[];
  readonly options?: BacktestOptions;
}

const returns = { A: [0.1, -0.05], B: [0, 0.25] };

function runWith(changes: Changes = {}): BacktestResult {
  const { weight = 0.5, params = { b: 1, a: 'x' } } = changes;
  const strategy = defineStrategy({
    name: changes.name ?? 'Mix',
    assets: changes.assets ?? ['A', 'B'],
    schedule: monthly(),
    params,
    decide: () => ({ A: weight, B: 0.5 }),
  });
  return backtest(months(changes.returns ?? returns), strategy, changes.options ?? { costs: { tradingBps: 10 } });
}

const sha256 = (lines: readonly (string | Uint8Array)[]): string => {
  const hash = createHash('sha256');
  for (const line of lines) hash.update(line).update('\n');
  return hash.digest('hex');
};

/** Bytes of IEEE 754 doubles and of 32-bit integers as Node's own buffers write them, the lowest byte first. */
const doubles = (...values: number[]): Uint8Array => {
  const bytes = Buffer.alloc(8 * values.length);
  values.forEach((value, entry) => bytes.writeDoubleLE(value, 8 * entry));
  return bytes;
};
const integers = (...values: number[]): Uint8Array => {
  const bytes = Buffer.alloc(4 * values.length);
  values.forEach((value, entry) => bytes.writeInt32LE(value, 4 * entry));
  return bytes;
};

const TEXT = [
  'backtilt run 2',
  'strategy "Mix"',
  'schedule {"kind":"monthly"}',
  'params {"a":"x","b":1}',
  'options {"cash":null,"costs":{},"executionLag":0,"flows":null,"from":"2020-01-31","rules":{},"to":"2020-02-29","tradingBps":10}',
  'days monthly 3',
  // 2019-12-31 is day 50 · 365 + 12 leap days − 1; then 31 and 29 days.
  integers(18261, 18292, 18321),
  'returns "A" 2020-01-31 2020-02-29 2',
  doubles(0.1, -0.05),
  'returns "B" 2020-01-31 2020-02-29 2',
  doubles(0, 0.25),
  'decision 2019-12-31 {"A":0.5,"B":0.5}',
  'decision 2020-01-31 {"A":0.5,"B":0.5}',
  'next 2020-02-29 {"A":0.5,"B":0.5}',
];

describe('the digest of a run', () => {
  it("is SHA-256 of the text that the documentation describes, as Node's own crypto works it out", () => {
    expect(runWith().digest).toBe(sha256(TEXT));
  });

  it('is this number, in every release: what was cited stays what it was', () => {
    // By Python's hashlib and struct ('<i' and '<d'), of the lines above.
    expect(runWith().digest).toBe('d19df5168b96c2469e84b699e55a33a469cf175254df4cb17b48a34ae18be5a3');
  });

  it('is the same each time, also of runs with every feature', () => {
    for (let seed = 1; seed <= 60; seed++) {
      const run = (): string => {
        const { panel, strategy, options } = randomCase(seed);
        return backtest(panel, strategy, options as never).digest;
      };
      const digest = run();
      expect(digest).toMatch(/^[0-9a-f]{64}$/);
      expect(run(), `seed ${seed}`).toBe(digest);
    }
  });

  it('is another one for every other run', () => {
    const digests = Array.from({ length: 60 }, (_, seed) => {
      const { panel, strategy, options } = randomCase(seed + 1);
      return backtest(panel, strategy, options as never).digest;
    });
    expect(new Set(digests).size).toBe(60);
  });

  it('depends neither on the order of assets nor on that of keys', () => {
    const reordered = runWith({
      returns: { B: returns.B, A: returns.A },
      assets: ['B', 'A'],
      params: { a: 'x', b: 1 },
      options: { executionLag: 0, rules: {}, costs: { tradingBps: 10 } },
    });
    expect(reordered.digest).toBe(runWith().digest);
    const given = (rules: NonNullable<BacktestOptions['rules']>): string => runWith({ options: { rules } }).digest;
    expect(given({ minTrade: 0.01, maxWeight: 0.9 })).toBe(given({ maxWeight: 0.9, minTrade: 0.01 }));
  });

  it('depends on the order of a list among the parameters', () => {
    const listed = (assets: readonly string[]): string => runWith({ params: { assets } }).digest;
    expect(listed(['A', 'B'])).not.toBe(listed(['B', 'A']));
  });

  const next = (value: number): number => {
    const bits = new BigInt64Array(new Float64Array([value]).buffer);
    bits[0]! += 1n;
    return new Float64Array(bits.buffer)[0]!;
  };

  it.each<[string, Changes]>([
    ['one bit of one return', { returns: { A: [next(0.1), -0.05], B: returns.B } }],
    ['the name of the strategy', { name: 'Mix 2' }],
    ['a parameter, although the rule is the same', { params: { b: 2, a: 'x' } }],
    ['an answer, although the parameters are the same', { weight: 0.49 }],
    ['a cost', { options: { costs: { tradingBps: 11 } } }],
    ['the lag', { options: { costs: { tradingBps: 10 }, executionLag: 1 } }],
    ['a rule that never binds', { options: { costs: { tradingBps: 10 }, rules: { maxWeight: 0.99 } } }],
    ['the cash series', { options: { costs: { tradingBps: 10 }, cash: 'B' } }],
    ['flows', { options: { costs: { tradingBps: 10 }, flows: { initial: 1 } } }],
  ])('changes with %s', (_, changes) => {
    expect(runWith(changes).digest).not.toBe(runWith().digest);
  });

  it('does not change with what the run did not read: other assets, undeclared facts, rows after its end', () => {
    const more = months({ ...returns, C: [0.3, 0.3] });
    const noted = addIndicator(addField(more, 'size', {}), 'rate', [{ knownOn: '2019-12-01', value: 1 }]);
    const longer = months({ A: [...returns.A, 0.5], B: [...returns.B, 0.5] });
    const mix = defineStrategy({
      name: 'Mix',
      assets: ['A', 'B'],
      schedule: monthly(),
      params: { b: 1, a: 'x' },
      decide: () => ({ A: 0.5, B: 0.5 }),
    });
    const options = { costs: { tradingBps: 10 }, window: { to: '2020-02' } };
    expect(backtest(noted as never, mix, options).digest).toBe(runWith().digest);
    expect(backtest(longer, mix, options).digest).toBe(runWith().digest);
  });

  it('holds what a decision may read: the lookback, declared fields, indicators and volumes', () => {
    const digest = (size: number, rate: number, first: number): string => {
      const panel = months({ A: [first, 0.1, -0.05], B: [0.02, 0, 0.25] });
      const facts = { A: [{ knownOn: '2019-12-31', value: size }], B: [{ knownOn: '2019-12-31', value: 5 }] } as const;
      const noted: AnyPanel = addIndicator(addField(panel, 'size', facts), 'rate', [
        { knownOn: '2020-01-02', value: rate },
      ]);
      const strategy = defineStrategy<string, string, string>({
        name: 'Reads',
        assets: ['A', 'B'],
        fields: ['size'],
        indicators: ['rate'],
        lookback: 1,
        schedule: monthly(),
        decide: () => ({ A: 1 }),
      });
      return backtest(noted, strategy as never).digest;
    };
    const digests = [digest(1, 2, 0.03), digest(1.5, 2, 0.03), digest(1, 2.5, 0.03), digest(1, 2, 0.035)];
    expect(new Set(digests).size).toBe(4);
    expect(digest(1, 2, 0.03)).toBe(digests[0]);
  });

  it("of a slice is that of the run's digest and the window", () => {
    const expected = sha256(['backtilt slice 1', `run ${sha256(TEXT)}`, 'rows 2020-02-29 2020-02-29']);
    expect(slice(runWith(), { from: '2020-02' }).digest).toBe(expected);
  });
});
