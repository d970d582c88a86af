import type { PieceRecord, RunSpec } from './messages.js';
import { READY } from './keys.js';
import { pack, unpack } from './pack.js';
import { nameOf, pieceOf } from './piece-plan.js';
import type { Ended, Outcome } from './piece-runner.js';
import type { PieceOrder } from './piece-slot.js';

/** Works a piece out in a process of its own. */
type Ask = (order: PieceOrder) => Promise<Outcome>;

/** What has no units of its own is looked at in so many parts. */
const PARTS = 64;

/**
 * Looks for what ended a thread or a worker, in processes whose end does no harm: first unit by unit (what was only long, or met with an accident, gives its figures), then by
 * halves within the unit that ended its process, until one variant is left, which must do it alone as well.
 *
 * @returns the packed record of the piece: figures, a failure of the usual kind, or who is to blame.
 */
export async function findGuilty(ask: Ask, order: PieceOrder, kind: RunSpec['kind']): Promise<Uint8Array> {
  const ready = await ask({ ...order, piece: READY, params: undefined });
  if ('ended' in ready) return pack(killed(-1, -1, ready.ended));
  const piece = pieceOf(order.piece);
  const record = unpack(ready.record) as PieceRecord;
  if (piece === undefined || record.kind !== 'ready') return ready.record;
  const { from, to } = piece;
  const part = partsOf(order, from);
  const unit = kind === 'sweep' ? record.unit : Math.ceil((to - from) / PARTS);
  const columns: Float64Array[] = [];
  let seconds = 0;
  for (let a = from; a < to; a += unit) {
    const b = Math.min(a + unit, to);
    let found = await ask(part(a, b));
    // The process may have been full of what came before. A new one is asked.
    if ('ended' in found && !found.ended.late) found = await ask(part(a, b));
    if ('ended' in found) return pack(await narrowed(ask, part, [a, b], found.ended));
    const done = unpack(found.record) as PieceRecord;
    if (done.kind !== 'done') return found.record;
    done.columns.forEach((column, place) => {
      (columns[place] ??= new Float64Array(to - from)).set(column, a - from);
    });
    seconds += done.seconds;
  }
  return pack({ kind: 'done', columns, seconds } satisfies PieceRecord);
}

/** Halves what ends a process until one variant is left. */
async function narrowed(
  ask: Ask,
  part: (a: number, b: number) => PieceOrder,
  [a, b]: readonly [number, number],
  ended: Ended,
): Promise<PieceRecord> {
  let [first, last] = [a, b];
  while (last - first > 1) {
    const middle = Math.floor((first + last) / 2);
    if ('ended' in (await ask(part(first, middle)))) last = middle;
    else first = middle;
  }
  const alone = await ask(part(first, last));
  return 'ended' in alone ? killed(first, last, alone.ended) : killed(a, b, ended);
}

const killed = (from: number, to: number, { said, late }: Ended): PieceRecord => ({
  ...{ kind: 'killed', from, to, said, late },
});

/** Parts of a piece, each with its own parameters where these are listed. */
function partsOf(order: PieceOrder, start: number): (a: number, b: number) => PieceOrder {
  const { params } = order;
  const all = params === undefined ? undefined : (unpack(params) as readonly object[]);
  return (from, to) => ({
    ...order,
    piece: nameOf({ from, to }),
    params: all === undefined ? undefined : pack(all.slice(from - start, to - start)),
  });
}
