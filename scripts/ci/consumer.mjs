// The small programs with which check-package tries the installed library: one per module system, one for the types.

const specifier = (door) => `backtilt${door.slice(1)}`;
const variable = (door) => (door === '.' ? 'backtilt' : door.slice(2));

/** The same checks in both module systems; `say` ends a program with one line. */
const checks = (doors) => `
const months = ['2024-01', '2024-02', '2024-03'];
const panel = backtilt.fromReturns({ frequency: 'monthly', dates: months, returns: { A: [0.01, 0.02, -0.01] } });
const demand = (condition, sentence) => { if (!condition) throw new Error(sentence); };
demand(panel.returns('A').values[1] === 0.02, 'a panel does not give its returns back');
if (backtilt.backtest !== undefined) {
  const hold = backtilt.defineStrategy({ name: 'Hold', assets: ['A'], schedule: backtilt.monthly(), decide: () => ({ A: 1 }) });
  const result = backtilt.backtest(panel, hold);
  const earned = Array.from(result.values);
  demand(earned.length === 3 && earned.every((value, row) => Math.abs(value - panel.returns('A').values[row]) < 1e-12),
    'a one-asset portfolio earned ' + earned.join(', '));
}
const exported = { ${doors.map((door) => `'${specifier(door)}': ${variable(door)}`).join(', ')} };
for (const [name, door] of Object.entries(exported)) demand(Object.keys(door).length > 0, name + ' exports nothing');
const sweeps = async () => {
  const grid = { weights: [{ A: 1 }, { A: 0.5 }] };
  const builtIn = { builtIn: 'fixedMix', options: { schedule: backtilt.monthly() } };
  const on = workers.threads(2);
  for (const strategy of [builtIn, { module: process.cwd() + '/strategies.mjs', name: 'mix' }]) {
    const there = await backtilt.sweep(panel, { grid, strategy, metrics: ['totalReturn'], on });
    const here = backtilt.sweep(panel, { grid, strategy: builtIn, metrics: ['totalReturn'] });
    demand(here.metrics.totalReturn.every((value, row) => Object.is(value, there.metrics.totalReturn[row])),
      'threads give ' + there.metrics.totalReturn.join(', ') + ', not ' + here.metrics.totalReturn.join(', '));
  }
  const draw = (options) => backtilt.bootstrap(panel.returns('A'), { totalReturn: backtilt.totalReturn }, { blockLength: 1, replications: 1000, ...options });
  demand(draw({}).values('totalReturn').join() === (await draw({ on })).values('totalReturn').join(), 'threads draw another bootstrap');
  const failure = await backtilt.sweep(panel, { grid: { weights: [{ B: 1 }] }, strategy: builtIn, metrics: ['cagr'], on }).catch((error) => error);
  demand(backtilt.isInputError(failure, 'asset.unknown'), 'an error of a thread is not recognised: ' + failure);
};
const say = Object.entries(exported).map(([name, door]) => name + ' ' + Object.keys(door).length).join(', ');`;

/** Imports every door by ESM, then hands a panel and an error of the CommonJS copy to the ESM copy. */
export const esmUse = (doors) => `
import { createRequire } from 'node:module';
${doors.map((door) => `import * as ${variable(door)} from '${specifier(door)}';`).join('\n')}
${checks(doors)}
const other = createRequire(import.meta.url)('backtilt');
const foreign = other.fromReturns({ frequency: 'monthly', dates: months, returns: { B: [0, 0.1, 0.2] } });
demand(backtilt.joinPanels(panel, foreign).returns('B').values[2] === 0.2, 'the two copies do not understand each other');
try {
  other.annually({ month: 13 });
  demand(false, 'month 13 was accepted');
} catch (error) {
  demand(backtilt.isInputError(error, 'option.range'), 'an error of the CommonJS copy is not recognised');
}
await sweeps();
console.log(say + ', two threads');
`;

/** Requires every door. */
export const commonJsUse = (doors) => `
${doors.map((door) => `const ${variable(door)} = require('${specifier(door)}');`).join('\n')}
${checks(doors)}
sweeps().then(() => console.log(say + ', two threads'));
`;

/** A module of the user's that threads import: a plain strategy by ESM, though the rest may be CommonJS. */
export const strategyModule = `
import { fixedMix, monthly } from 'backtilt';
export const mix = ({ weights }) => fixedMix({ weights, schedule: monthly() });
`;

/** A user's TypeScript: names travel in the types, and every door has its own. */
export const typedUse = (doors) => `
${doors.map((door) => `import * as ${variable(door)} from '${specifier(door)}';`).join('\n')}
const panel = backtilt.fromReturns({ frequency: 'monthly', dates: ['2024-01'], returns: { SPY: [0.01], IWM: [0.02] } });
const first: number | undefined = panel.returns('IWM').values[0];
const date: backtilt.IsoDate = panel.calendar.date(0);
// @ts-expect-error an asset that the panel does not have
panel.returns('IMW');
// @ts-expect-error the numbers of a series cannot be written
panel.returns('SPY').values[0] = 1;
export const used: unknown[] = [first, date, ${doors.map(variable).join(', ')}];
`;
