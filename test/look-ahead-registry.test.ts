import { readdirSync } from 'node:fs';
import { backtest } from 'backtilt';
import { assertNoLookAhead } from 'backtilt/testing';
import { describe, expect, it } from 'vitest';
import { funds, type RegistryFile } from './registry/entry.js';
import { expectInputError } from './support/expect-input-error.js';
import { givingStrategiesOrSignals } from './testing/giving-strategies-or-signals.js';

/*
 * Every exported function that gives a strategy or a signal is proved here not to see the future. One that is not entered fails
 * the first test below, so a new one cannot be forgotten. The entries are in test/registry, by topic: every file there is read.
 */

const topics = readdirSync(new URL('registry/', import.meta.url)).filter((name) => name !== 'entry.ts');
const files = await Promise.all(
  topics.map(async (name) => (await import(`./registry/${name.slice(0, -3)}.ts`)) as RegistryFile),
);
const strategies = files.flatMap((file) => Object.entries(file.strategies ?? {}));
const signals = files.flatMap((file) => Object.entries(file.signals ?? {}));
const usingHindsight = files.flatMap((file) => Object.entries(file.usingHindsight ?? {}));
const neither = files.flatMap((file) => file.neither ?? []);
const proved = [...strategies, ...signals].map(([, { of }]) => of);

// ---- nothing is forgotten ---------------------------------------------------------------------------------------------------

describe('the registry is complete', () => {
  it('every exported function that gives a strategy or a signal is entered', () => {
    const entered = new Set([...proved, ...usingHindsight.map(([name]) => name)]);
    expect(
      givingStrategiesOrSignals()
        .filter((name) => !neither.includes(name))
        .sort(),
    ).toEqual([...entered].sort());
  });

  it('every function that the rooms of strategies and signals export is entered, or known to give neither', async () => {
    const rooms = await Promise.all([import('../src/strategy/index.js'), import('../src/signals/index.js')]);
    const names = rooms
      .flatMap((room) => Object.entries(room as object))
      .flatMap(([name, value]) => (typeof value === 'function' ? [name] : []));
    const known = new Set([...proved, ...neither]);
    expect(names.filter((name) => !known.has(name))).toEqual([]);
  });

  it('no title is used twice', () => {
    const titles = [...strategies, ...signals].map(([title]) => title);
    expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([]);
  });
});

describe('no exported strategy sees the future', () => {
  it.each(strategies)('%s', (_, { check, fixedTarget, minDecisions = 20, backtest: options }) => {
    const report = check({
      minDecisions,
      minChanges: fixedTarget === undefined ? 5 : 0,
      ...(options === undefined ? {} : { backtest: options }),
    });
    expect(report.cuts).toBeGreaterThanOrEqual(minDecisions);
    if (fixedTarget !== undefined) expect(report.changes, fixedTarget).toBe(0);
  });

  it.each(usingHindsight)('%s does, on purpose, and is marked', (_, make) => {
    expect(make(funds).usesHindsight).toBe(true);
    expect(backtest(funds, make(funds)).warnings[0]).toContain('Uses hindsight');
    // The exemption is earned: the proof would fail.
    expectInputError('look-ahead.found', ['sees the future'], () => assertNoLookAhead(funds, make));
  });
});

describe('no exported signal sees the future', () => {
  it.each(signals)('%s', (_, { check }) => {
    expect(check()).toBeGreaterThan(150);
  });
});
