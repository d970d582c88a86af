/** Moves labels apart: heights in pixels, in the same order, none nearer to another than `apart`, and none further away than it must be. */
export function spreadLabels(heights: readonly number[], apart: number): readonly number[] {
  const order = heights.map((_, index) => index).sort((a, b) => heights[a]! - heights[b]!);
  // Neighbours that touch become one block around their middle.
  const blocks: { sum: number; count: number }[] = [];
  const middle = ({ sum, count }: { sum: number; count: number }): number => sum / count;
  const top = (block: { sum: number; count: number }): number => middle(block) - ((block.count - 1) / 2) * apart;
  for (const index of order) {
    blocks.push({ sum: heights[index]!, count: 1 });
    while (blocks.length > 1) {
      const [before, last] = blocks.slice(-2) as [(typeof blocks)[0], (typeof blocks)[0]];
      if (top(last) - (top(before) + (before.count - 1) * apart) >= apart) break;
      blocks.splice(-2, 2, { sum: before.sum + last.sum, count: before.count + last.count });
    }
  }
  const placed = new Array<number>(heights.length);
  let next = 0;
  for (const block of blocks)
    for (let place = 0; place < block.count; place++) placed[order[next++]!] = top(block) + place * apart;
  return placed;
}
