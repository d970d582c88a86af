import { nameList } from '../core/index.js';
import { textDisplay, wrapText } from '../table/index.js';
import { describeSchedule } from '../time/index.js';
import type { Strategy } from './strategy.js';

/** A strategy in a few lines: when it decides, what over, what it reads, the numbers that define it. */
export const strategyDisplay = /* @__PURE__ */ textDisplay<Strategy>((strategy) => {
  const { name, assets, fields = [], indicators = [], lookback = 0, schedule, params = {}, usesHindsight } = strategy;
  const reads = [
    ...(lookback === 0 ? [] : [`${lookback} rows of history`]),
    ...(fields.length === 0 ? [] : [`the fields ${nameList(fields)}`]),
    ...(indicators.length === 0 ? [] : [`the indicators ${nameList(indicators)}`]),
  ];
  const numbers = Object.entries(params).flatMap(([key, value]) => {
    const words = inWords(value);
    return words === undefined ? [] : [`${key} ${words}`];
  });
  const lines = [
    `Strategy: ${name}`,
    `Assets: ${typeof assets === 'string' ? 'all that are listed' : nameList(assets)}`,
    `Decides ${describeSchedule(schedule)}.${reads.length === 0 ? '' : ` Reads ${reads.join(', ')}.`}`,
    ...(numbers.length === 0 ? [] : [`With ${numbers.join(', ')}.`]),
    ...(usesHindsight === true
      ? ['Warning: uses hindsight: the rule was built with knowledge of what came later.']
      : []),
  ];
  return lines.map((line) => wrapText(line)).join('\n');
});

/** Numbers and words as they are, lists of them too; what is built of parts (screens, weights) is in the name. */
const inWords = (value: unknown): string | undefined => {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (!Array.isArray(value)) return undefined;
  const words = value.map(inWords);
  return words.includes(undefined) ? undefined : words.join(' ');
};
