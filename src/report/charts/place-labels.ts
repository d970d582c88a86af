/** A point of a picture and how wide its label is, in pixels. */
export interface LabelledPoint {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** Where a label stands beside its point. */
export interface LabelPlace {
  readonly align: 'left' | 'right' | 'center';
  readonly dx: number;
  readonly dy: number;
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Right of the point, left of it, above, below, and at its corners: in this order of preference. */
const PLACES: readonly LabelPlace[] = [
  { align: 'left', dx: 8, dy: 0 },
  { align: 'right', dx: -8, dy: 0 },
  { align: 'center', dx: 0, dy: -13 },
  { align: 'center', dx: 0, dy: 14 },
  { align: 'left', dx: 7, dy: -11 },
  { align: 'left', dx: 7, dy: 12 },
  { align: 'right', dx: -7, dy: -11 },
  { align: 'right', dx: -7, dy: 12 },
];

/** Places labels one after the other where they meet the fewest points and labels. */
export function placeLabels(
  points: readonly LabelledPoint[],
  size: { readonly width: number; readonly height: number },
): readonly LabelPlace[] {
  const taken: Box[] = points.map(({ x, y }) => ({ left: x - 5, right: x + 5, top: y - 5, bottom: y + 5 }));
  return points.map((point) => {
    const candidates = PLACES.map((place) => {
      const box = boxOf(point, place);
      const outside = box.left < 0 || box.right > size.width || box.top < 0 || box.bottom > size.height;
      return { place, box, cost: taken.filter((other) => meet(box, other)).length + (outside ? 10 : 0) };
    });
    const best = candidates.reduce((a, b) => (b.cost < a.cost ? b : a));
    taken.push(best.box);
    return best.place;
  });
}

function boxOf({ x, y, width }: LabelledPoint, { align, dx, dy }: LabelPlace): Box {
  const left = x + dx - (align === 'left' ? 0 : align === 'right' ? width : width / 2);
  return { left, right: left + width, top: y + dy - 6, bottom: y + dy + 6 };
}

const meet = (a: Box, b: Box): boolean => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
