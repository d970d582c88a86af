import type { ReturnSeries } from '../panel/index.js';
import { averageDrawdown } from './average-drawdown.js';
import { conditionalDrawdownAtRisk } from './conditional-drawdown-at-risk.js';
import { drawdownSeries } from './drawdown-series.js';
import { daysOf, type Episode } from './drawdowns.js';
import { maxDrawdown } from './max-drawdown.js';
import { painIndex } from './pain-index.js';
import { timeUnderWater } from './time-under-water.js';
import { ulcerIndex } from './ulcer-index.js';

/** How deep and how long wealth fell: each figure is that of the function of its name; NaN over a hole. */
export interface DrawdownFigures {
  readonly maxDrawdown: number;
  /** How far wealth lies under its peak in the end: the last of `drawdownSeries`. */
  readonly currentDrawdown: number;
  readonly averageDrawdown: number;
  /** How many there are (`drawdowns`), one that goes on among them. */
  readonly count: number;
  /** The days of the one that took most, from its peak to its recovery or to the end; 0 where wealth never fell. */
  readonly longestDays: number;
  readonly timeUnderWater: number;
  readonly ulcerIndex: number;
  readonly painIndex: number;
  /** At level 0.95. */
  readonly conditionalDrawdownAtRisk: number;
}

/** The part of {@link summarize} on falls; `falls` are the drawdowns, undefined where the path is unknown. */
export function summarizeDrawdown(life: ReturnSeries, falls: readonly Episode[] | undefined): DrawdownFigures {
  return Object.freeze({
    maxDrawdown: maxDrawdown(life),
    currentDrawdown: falls === undefined ? NaN : drawdownSeries(life).at(-1)!,
    averageDrawdown: averageDrawdown(life),
    count: falls?.length ?? NaN,
    longestDays: falls?.reduce((most, fall) => Math.max(most, daysOf(life.calendar, fall)), 0) ?? NaN,
    timeUnderWater: timeUnderWater(life),
    ulcerIndex: ulcerIndex(life),
    painIndex: painIndex(life),
    conditionalDrawdownAtRisk: conditionalDrawdownAtRisk(life),
  });
}
