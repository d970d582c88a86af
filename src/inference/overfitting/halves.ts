/** Every choice of half of an even number of blocks, in lexicographic order: the choice at place k is the complement of that at the mirrored place. */
export function halves(blocks: number): readonly (readonly number[])[] {
  const found: number[][] = [];
  const choose = (from: number, chosen: readonly number[]): void => {
    const left = blocks / 2 - chosen.length;
    if (left === 0) found.push([...chosen]);
    else for (let block = from; block <= blocks - left; block++) choose(block + 1, [...chosen, block]);
  };
  choose(0, []);
  return found;
}
