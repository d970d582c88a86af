import { backtest, type BacktestOptions, type BacktestResult, constantMixOf } from '../../engine/index.js';
import { addIndicator, type AnyPanel, overlap, slice } from '../../panel/index.js';
import { type FirstCuts, firstCuts, monthsSince } from '../../signals/index.js';
import { postFirstCutRotation } from '../../strategy/index.js';
import { type Cell, makeTable, percentCell, type Table } from '../../table/index.js';
import { DEMO_COSTS, type DemoData } from './demo-data.js';
import { returnAfter, shareOfWindows } from './months-after.js';
import type { Section } from './section.js';
import { strategyExhibit } from './strategy-exhibit.js';

const MONTHS = 12;

/** Rotation into small caps for a year after each first rate cut, beside its base and a constant mix of the same exposure. */
export function rotationSection({ funds, size, rates, bill }: DemoData): Section {
  const cuts = firstCuts(rates);
  const { fund, large, small } = DEMO_COSTS;
  const since = slice(size, { from: '1982-10' });
  const research = rotate(since, 'Hi 30', 'Lo 30', cuts, {
    costs: { tradingBps: { 'Hi 30': large, 'Lo 30': small } },
    cash: bill,
  });
  const traded = rotate(funds, 'SPY', 'IWM', cuts, { costs: { tradingBps: fund }, cash: bill });
  const events = eventTable(cuts, size, funds);
  return {
    heading: '2b. Rotation after the first rate cut',
    about: `From large into small caps for ${MONTHS} months after the first cut of each easing cycle, decided at month ends.`,
    exhibits: [
      strategyExhibit(
        'rotation-french',
        'Research portfolios: rotation from Hi 30 into Lo 30',
        research,
        since.returns('Hi 30'),
        bill,
        ['Rotation', 'Constant mix', 'Hi 30'],
      ),
      strategyExhibit('rotation-funds', 'Funds: rotation from SPY into IWM', traded, funds.returns('SPY'), bill, [
        'Rotation',
        'Constant mix',
        'SPY',
      ]),
      { file: 'first-cuts', table: events, data: events },
    ],
    remarks: [
      exposure(research, 'Lo 30'),
      exposure(traded, 'IWM'),
      verdict('Lo 30', 'Hi 30', cuts, since),
      verdict('IWM', 'SPY', cuts, overlap(funds, ['SPY', 'IWM'])),
    ],
  };
}

function rotate<Asset extends string>(
  panel: AnyPanel,
  base: Asset,
  into: Asset,
  cuts: FirstCuts,
  options: BacktestOptions,
): [BacktestResult, BacktestResult] {
  const rotation = postFirstCutRotation({ base, into, since: 'monthsSinceFirstCut', holdMonths: MONTHS });
  const known = addIndicator(panel, 'monthsSinceFirstCut', monthsSince(cuts));
  const rotated = backtest(known, rotation, options);
  return [rotated, backtest(panel, constantMixOf(rotated), options)];
}

/** How long the rotation was in small caps: the exposure that the constant mix beside it holds all the time. */
function exposure([rotated]: readonly [BacktestResult, BacktestResult], small: string): string {
  const weights = rotated.weights(small);
  const months = weights.filter((weight) => weight > 0).length;
  const average = weights.reduce((sum, weight) => sum + weight, 0) / weights.length;
  return (
    `The rotation held ${small} in ${months} of ${weights.length} months; the constant mix holds ${(average * 100).toFixed(1)} % of it ` +
    'all the time: what the rotation earns beyond it is timing.'
  );
}

function eventTable(cuts: FirstCuts, size: AnyPanel, funds: AnyPanel): Table {
  const pair = (panel: AnyPanel, large: string, small: string, index: number): Record<string, Cell> => {
    const [a, b] = [large, small].map((asset) => returnAfter(panel, asset, cuts.events[index]!, MONTHS)) as [
      number,
      number,
    ];
    return { [large]: percentCell(a), [small]: percentCell(b), [`${small} less ${large}`]: percentCell(b - a) };
  };
  return makeTable({
    title: `The ${cuts.length} first cuts and the ${MONTHS} months that followed`,
    columns: [
      { key: 'First cut', align: 'left' },
      ...['From', 'To', 'Hi 30', 'Lo 30', 'Lo 30 less Hi 30', 'SPY', 'IWM', 'IWM less SPY'].map((key) => ({
        key,
        label: key.replace(/ less .*/, ' less'),
      })),
    ],
    rows: cuts.events.map(({ date, from, to }, index) => ({
      'First cut': date,
      From: percentCell(from),
      To: percentCell(to),
      ...pair(size, 'Hi 30', 'Lo 30', index),
      ...pair(funds, 'SPY', 'IWM', index),
    })),
    notes: [
      'The 12 months begin with the month after the one in which the cut was known; before 1994-02, when moves were not announced, it counts as known 7 days later.',
      '"Lo 30 less" is Lo 30 less Hi 30, "IWM less" is IWM less SPY. "–": the fund did not exist.',
    ],
  });
}

/** What the events say, beside how often the same happens in any year: in words, because nine events prove nothing. */
function verdict(small: string, large: string, cuts: FirstCuts, panel: AnyPanel): string {
  const differences = cuts.events
    .map((event) => returnAfter(panel, small, event, MONTHS) - returnAfter(panel, large, event, MONTHS))
    .filter((difference) => !Number.isNaN(difference));
  const wins = differences.filter((difference) => difference > 0).length;
  const { share, windows } = shareOfWindows(panel, small, large, MONTHS);
  const independent = Math.floor(panel.calendar.length / MONTHS);
  return (
    `${small} beat ${large} after ${wins} of ${differences.length} first cuts, and in ${(share * 100).toFixed(0)} % of all ${windows} ` +
    `12-month stretches (room for ${independent} that do not overlap). ${differences.length} events: no inference.`
  );
}
