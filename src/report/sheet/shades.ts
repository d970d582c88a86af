import { chartThemes, type ThemeName } from '../charts/chart-theme.js';

/** Steps from the middle of the scale to either end. */
export const SHADES = 5;

/** The class of a cell with a value, on a scale that ends at ±`most`: `g1` to `g5` for gains, `s1` to `s5` for losses, none at the middle. */
export function shadeOf(value: number, most: number): string {
  const step = Math.min(SHADES, Math.round((Math.abs(value) / most) * SHADES));
  if (!(step > 0)) return '';
  return `${value > 0 ? 'g' : 's'}${step}`;
}

/** The rules of those classes. */
export function shadeRules(theme: ThemeName): string {
  const { diverging, onDiverging } = chartThemes[theme];
  const [loss, middle, gain] = diverging;
  return Array.from({ length: SHADES }, (_, index) => index + 1)
    .flatMap((step) => [
      `.g${step}{background:${mixed(middle, gain, step / SHADES)};color:${onDiverging}}`,
      `.s${step}{background:${mixed(middle, loss, step / SHADES)};color:${onDiverging}}`,
    ])
    .join('');
}

/** A colour between two, in sRGB. */
function mixed(from: string, to: string, share: number): string {
  const channel = (colour: string, place: number): number => parseInt(colour.slice(1 + 2 * place, 3 + 2 * place), 16);
  const parts = [0, 1, 2].map((place) =>
    Math.round(channel(from, place) + (channel(to, place) - channel(from, place)) * share)
      .toString(16)
      .padStart(2, '0'),
  );
  return `#${parts.join('')}`;
}
