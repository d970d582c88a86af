import { cagr, fixedMix, sweep } from 'backtilt';
import { describe, expect, it } from 'vitest';
import { months } from '../made-panel.js';

const panel = months({ A: [0.1, -0.2, 0.3, 0.05] });
const list = Array.from({ length: 200 }, (_, index) => ({ share: index / 200 }));
const strategy = ({ share }: { readonly share: number }) => fixedMix({ weights: { A: share } });

describe('a watched sweep', () => {
  it('tells how far it is, always forwards, and in the end that all are done', () => {
    const told: [number, number][] = [];
    sweep(panel, { list, strategy, metrics: { cagr }, watch: { progress: (done, all) => told.push([done, all]) } });
    expect(told.length).toBeGreaterThan(2);
    expect(told.every(([done, all], place) => all === 200 && done > (told[place - 1]?.[0] ?? 0))).toBe(true);
    expect(told.at(-1)).toEqual([200, 200]);
  });

  it('stops with the reason of its signal, before the next variant', () => {
    const controller = new AbortController();
    const reason = new Error('enough');
    let made = 0;
    const stopping = ({ share }: { readonly share: number }) => {
      made++;
      if (share === 0.5) controller.abort(reason);
      return strategy({ share });
    };
    const { signal } = controller;
    expect(() => sweep(panel, { list, strategy: stopping, metrics: { cagr }, watch: { signal } })).toThrow(reason);
    // Variant 100 is the last; what is common to all may have been made once more, to see what it is.
    expect(made).toBeGreaterThanOrEqual(101);
    expect(made).toBeLessThanOrEqual(102);
  });

  it('does not begin when its signal has gone off before', () => {
    const signal = AbortSignal.abort(new Error('never'));
    let done = 0;
    const watch = { signal, progress: () => done++ };
    expect(() => sweep(panel, { list, strategy, metrics: { cagr }, watch })).toThrow('never');
    expect(done).toBe(0);
  });
});
