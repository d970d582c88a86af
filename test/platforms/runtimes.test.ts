import { describe, expect, it } from 'vitest';
import { numbersApart, textsApart } from './apart.js';
import { figuresOn, ofPowers, own } from './figures-on.js';
import { platforms } from './programs-of.js';

const here = figuresOn(own);
describe('the packed library', () => {
  it('runs sweeps in WebAssembly, writes results and reads them again, with what it is known to say', () => {
    expect(here.texts).toMatchObject({ kernel: 'wasm', 'files: as written': 'true' });
    expect(here.numbers['files: returns']).toEqual(['0.015', '0.0025', '-0.02', '0.03']);
    expect(here.texts['comparison']).toContain('-46.40 %');
    expect(here.texts['refusal']).toContain('SPY');
    expect(Object.values(here.numbers).every((values) => values.length > 0)).toBe(true);
  });

  it('works out on two threads what it works out on one', () => {
    for (const name of Object.keys(here.numbers).filter((one) => one.startsWith('threads: '))) {
      expect(here.numbers[name]).toEqual(here.numbers[name.replace('threads: ', '')]);
    }
    expect(here.texts['threads: variants']).toContain('"elsewhere":2002');
  });

  describe.each(Object.entries(platforms))('in %s', (name, platform) => {
    it.skipIf(platform === undefined)(
      `says and works out what this Node does, from every door and on threads (skipped where ${name} is not installed: npm ci --prefix test/platforms, test/notebooks)`,
      () => {
        const there = figuresOn(platform!);
        expect(textsApart(here, there)).toEqual([]);
        for (const { name: figure, most } of numbersApart(here, there)) {
          // A growth factor of about 1, in its last bit: 2^-52.
          expect(ofPowers).toContain(figure);
          expect(most).toBeLessThanOrEqual(2 ** -52);
        }
      },
    );
  });

  const { node24, deno, bun } = platforms;
  it.skipIf(node24 === undefined || deno === undefined || bun === undefined)(
    'gives the same bits in Node 24, Deno and Bun, powers included (skipped where one of them is not installed)',
    () => {
      const wanted = figuresOn(node24!);
      for (const one of [deno!, bun!]) expect(figuresOn(one)).toEqual(wanted);
    },
  );
});
