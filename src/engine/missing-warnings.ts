import type { Run, RunInput } from './run.js';

/** What a run held of an asset after the trades of the close of a row, in money. */
function heldAfter({ snapshots }: Run, member: number, row: number): number {
  let low = 0;
  let high = snapshots.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (snapshots[middle]!.row <= row) low = middle + 1;
    else high = middle;
  }
  return low === 0 ? 0 : snapshots[low - 1]!.holdings[member]!;
}

/** Assets that ended while they were held, and where their money went. */
export function endedAssets(input: RunInput, run: Run): string[] {
  const { store, plan, rules, lives } = input;
  const ended = plan.assets.flatMap((asset, member) => {
    const end = store.last[plan.positions[member]!]!;
    if (end < run.start || end >= run.last) return [];
    const gone = lives.ends[member]!;
    const spread = rules.spreadProceeds && run.trades.some(({ row, reason }) => reason === 'delisting' && row === gone);
    // What was spread is no longer held after the trades of that close; what was sold at it is not either.
    const held = heldAfter(run, member, end) !== 0 || (spread && heldAfter(run, member, end - 1) !== 0);
    if (!held) return [];
    const renewed = run.trades.some(({ row, reason }) => reason === 'membership' && row === end + 1);
    const way = spread ? 'spread' : renewed ? 'renewed' : 'cash';
    return [{ name: `${asset} (${store.calendar.date(end)})`, way } as const];
  });
  return (['cash', 'renewed', 'spread'] as const).flatMap((way) => {
    const names = ended.filter((one) => one.way === way).map(({ name }) => name);
    if (names.length === 0) return [];
    const more = names.length > 5 ? ` and ${names.length - 5} more` : '';
    return [`Ended while held: ${names.slice(0, 5).join(', ')}${more}. ${PROCEEDS[way]}`];
  });
}

const PROCEEDS = {
  cash: 'The proceeds lay in cash until the next decision.',
  renewed: 'The target was then traded anew without them.',
  spread: 'The proceeds were divided among the others held.',
} as const;

/** Assets that were chosen and ended before a lagged trade. */
export function endedBeforeTrade({ store, plan, rules }: RunInput, { decisions }: Run): string[] {
  const part = rules.missing === 'renormalise' ? 'The others were traded in their place.' : 'That part stayed in cash.';
  return decisions.flatMap(({ row, target, traded }) => {
    if (traded === undefined) return [];
    const isGone = (member: number): boolean => store.last[plan.positions[member]!]! < traded.row;
    if (!target.members.some(isGone)) return [];
    const gone = Array.from(target.members).filter(isGone);
    const names = gone.map((member) => plan.assets[member]!).join(', ');
    return [`Chosen on ${store.calendar.date(row)} but ended before the trade: ${names}. ${part}`];
  });
}

/** Holes through which assets were held, or before which they went to cash: under a policy they are no error, but they are told. */
export function holesHeld(input: RunInput, run: Run): string[] {
  const { store, plan, rules } = input;
  if (rules.missing === 'error') return [];
  const rows = store.calendar.length;
  const found = plan.assets.flatMap((asset, member) => {
    const position = plan.positions[member]!;
    const missing = (row: number): boolean => Number.isNaN(store.values[position * rows + row]!);
    const holes: number[] = [];
    let inHole = false;
    for (
      let row = Math.max(run.start + 1, store.first[position]!);
      row <= Math.min(run.last, store.last[position]!);
      row++
    ) {
      inHole = missing(row) && (inHole || heldAfter(run, member, row - 1) !== 0);
      if (inHole) holes.push(row);
    }
    if (holes.length === 0) return [];
    const span = `${store.calendar.date(holes[0]!)} to ${store.calendar.date(holes.at(-1)!)}`;
    return [`${asset} in ${holes.length === 1 ? '1 row' : `${holes.length} rows`}, ${span}`];
  });
  return found.length === 0 ? [] : [`Held without a return: ${found.join('; ')}. ${HOLES[rules.missing]}`];
}

const HOLES = {
  hold: 'They kept their last value, and nothing traded them.',
  cash: 'Their money went to cash at the last price, free of cost, until the next decision.',
  renormalise: 'Their money went to cash at the last price, free of cost, and the target was traded anew.',
} as const;
