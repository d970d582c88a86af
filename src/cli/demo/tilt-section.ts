import { backtest } from '../../engine/index.js';
import { smallCapTilt } from '../../strategy/index.js';
import { annually } from '../../time/index.js';
import { DEMO_COSTS, type DemoData } from './demo-data.js';
import type { Section } from './section.js';
import { strategyExhibit } from './strategy-exhibit.js';

/** The small-cap tilt on a century of research portfolios and on the funds, against its core. */
export function tiltSection({ funds, size, bill }: DemoData): Section {
  const schedule = annually({ month: 12 });
  const { fund, large, small } = DEMO_COSTS;
  const research = backtest(size, smallCapTilt({ core: 'Hi 30', smallCap: 'Lo 30', weight: 0.3, schedule }), {
    costs: { tradingBps: { 'Hi 30': large, 'Lo 30': small } },
    cash: bill,
  });
  const traded = backtest(funds, smallCapTilt({ core: 'SPY', smallCap: 'IWM', weight: 0.3, schedule }), {
    costs: { tradingBps: fund },
    cash: bill,
  });
  return {
    heading: '2a. Small-cap tilt',
    about:
      '70 % core and 30 % small caps, traded back each December, against the core alone. Hi 30 and Lo 30 are the biggest and the ' +
      'smallest 30 % of US firms by size (French, NYSE breakpoints, value weighted).',
    exhibits: [
      strategyExhibit(
        'tilt-french',
        'Research portfolios: 70 % Hi 30 and 30 % Lo 30',
        [research],
        size.returns('Hi 30'),
        bill,
        ['Tilt', 'Hi 30'],
      ),
      strategyExhibit('tilt-funds', 'Funds: 70 % SPY and 30 % IWM', [traded], funds.returns('SPY'), bill, [
        'Tilt',
        'SPY',
      ]),
    ],
    remarks: ['The core bears no trading cost here: it is bought before the window begins and never traded.'],
  };
}
