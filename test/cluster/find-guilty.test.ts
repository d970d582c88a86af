import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findGuilty } from '../../src/cluster/find-guilty.js';
import type { PieceRecord } from '../../src/cluster/messages.js';
import { pack, unpack } from '../../src/cluster/pack.js';
import { pieceOf } from '../../src/cluster/piece-plan.js';
import type { Outcome } from '../../src/cluster/piece-runner.js';
import type { PieceOrder } from '../../src/cluster/piece-slot.js';

const packed = (record: PieceRecord): Outcome => ({ record: pack(record) });
const ended = (late = false): Outcome => ({ ended: { said: 'gone', late } });

/** A process that works out numbers, and ends where it is told to. */
function host(unit: number, ends: (from: number, to: number) => Outcome | undefined) {
  const asked: string[] = [];
  const ask = ({ piece, params }: PieceOrder): Promise<Outcome> => {
    asked.push(piece);
    const range = pieceOf(piece);
    if (range === undefined) return Promise.resolve(ends(-1, -1) ?? packed({ kind: 'ready', unit }));
    const { from, to } = range;
    const own = params === undefined ? undefined : (unpack(params) as { at: number }[]);
    const column = Float64Array.from({ length: to - from }, (_, place) => own?.[place]?.at ?? from + place);
    return Promise.resolve(ends(from, to) ?? packed({ kind: 'done', columns: [column], seconds: to - from }));
  };
  return { ask, asked };
}

const order = (from: number, to: number, listed = false): PieceOrder => ({
  ...{ run: 'run', piece: `${from}-${to}`, spec: undefined, data: undefined },
  params: listed ? pack(Array.from({ length: to - from }, (_, place) => ({ at: from + place }))) : undefined,
});

const found = async (...given: Parameters<typeof findGuilty>): Promise<PieceRecord> =>
  unpack(await findGuilty(...given)) as PieceRecord;

describe('who ended a process', () => {
  it('is the first variant that does it alone, found by halves, whatever the units', () => {
    const piece = fc.record({
      unit: fc.constantFrom(1, 16, 512),
      start: fc.nat(5),
      length: fc.integer({ min: 1, max: 3000 }),
      bad: fc.array(fc.nat(2999), { minLength: 1, maxLength: 3 }),
      late: fc.boolean(),
    });
    return fc.assert(
      fc.asyncProperty(piece, async ({ unit, start, length, bad, late }) => {
        const from = start * unit;
        const guilty = bad.map((place) => from + (place % length));
        const { ask, asked } = host(unit, (a, b) =>
          guilty.some((one) => one >= a && one < b) ? ended(late) : undefined,
        );
        const first = Math.min(...guilty);
        expect(await found(ask, order(from, from + length), 'sweep')).toEqual({
          ...{ kind: 'killed', from: first, to: first + 1, said: 'gone', late },
        });
        // Every unit before it once, its own twice, and halves of it.
        expect(asked.length).toBeLessThanOrEqual(1 + (first - from) / unit + 3 + Math.ceil(Math.log2(unit)) + 1);
      }),
      { numRuns: 200 },
    );
  });

  it('is nobody where every unit ends by itself: the figures are those of the piece, each variant with its own parameters', async () => {
    const { ask } = host(16, (from, to) => (to - from > 16 ? ended(true) : undefined));
    const record = await found(ask, order(32, 77, true), 'sweep');
    expect(record).toEqual({
      ...{ kind: 'done', seconds: 45 },
      columns: [Float64Array.from({ length: 45 }, (_, place) => 32 + place)],
    });
  });

  it('is asked again in a new process: the one before may have been full', async () => {
    let times = 0;
    const { ask } = host(16, (from) => (from === 16 && times++ === 0 ? ended() : undefined));
    expect(await found(ask, order(0, 48), 'sweep')).toMatchObject({ kind: 'done' });
  });

  it('are several together where none does it alone: then the unit is named', async () => {
    const { ask } = host(16, (from, to) => (from <= 20 && to > 21 ? ended() : undefined));
    expect(await found(ask, order(0, 48), 'sweep')).toMatchObject({ kind: 'killed', from: 16, to: 32 });
  });

  it('is the making ready where no piece can begin', async () => {
    const { ask } = host(16, (from) => (from < 0 ? ended() : undefined));
    expect(await found(ask, order(0, 48), 'sweep')).toMatchObject({ kind: 'killed', from: -1 });
  });

  it('stops at an error of the usual kind', async () => {
    const failed = { name: 'Error', message: 'no', stack: undefined, code: undefined, details: {}, cause: undefined };
    const { ask } = host(16, (from) => (from === 16 ? packed({ kind: 'failed', error: failed }) : undefined));
    expect(await found(ask, order(0, 48), 'sweep')).toMatchObject({ kind: 'failed', error: { message: 'no' } });
  });

  it('is looked for in 64 parts where there are no units', async () => {
    const { ask, asked } = host(1, (from, to) => (from <= 6000 && to > 6000 ? ended() : undefined));
    expect(await found(ask, order(0, 6400), 'bootstrap')).toMatchObject({ kind: 'killed', from: 6000, to: 6001 });
    expect(asked.length).toBeLessThan(1 + 61 + 1 + 7 + 2);
  });
});
