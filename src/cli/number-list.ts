import { InputError } from '../core/index.js';

/** More values than this are a slip of the pen. */
const MOST = 100_000;

/** Numbers as the command line gives them: `0:1:0.1` (first, last, step) or `3,6,9`. */
export function numberList(text: string, option: string): readonly number[] {
  const parts = text.split(text.includes(':') ? ':' : ',').map((part) => (part.trim() === '' ? NaN : Number(part)));
  if (!parts.every(Number.isFinite)) throw refuse(text, option, 'not all of it are numbers');
  if (!text.includes(':')) return parts;
  const [first, last, step] = parts;
  if (parts.length !== 3) throw refuse(text, option, `${parts.length} numbers where three belong`);
  const steps = Math.floor((last! - first!) / step! + 1e-9);
  if (!(step! > 0 && steps >= 0)) throw refuse(text, option, 'no way leads from the first to the last');
  if (steps >= MOST) throw refuse(text, option, `${steps + 1} values; at most ${MOST} are allowed`);
  // Twelve digits: 0.3, not 0.30000000000000004.
  return Array.from({ length: steps + 1 }, (_, place) => Number((first! + place * step!).toPrecision(12)));
}

const refuse = (text: string, option: string, found: string): InputError =>
  new InputError(
    'option.range',
    `sweep, --${option}: "${text}": ${found}. Write first:last:step, such as 0:1:0.1, or a list, such as 0,0.15,0.3.`,
    { option, found: text },
  );
