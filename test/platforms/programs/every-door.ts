// Run by Node, Deno and Bun from a folder where the packed library is installed: prints what it worked out.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as backtilt from 'backtilt';
import * as cluster from 'backtilt/cluster';
import * as data from 'backtilt/data';
import * as io from 'backtilt/io';
import * as report from 'backtilt/report';
import * as testing from 'backtilt/testing';
import * as workers from 'backtilt/workers';
import { costs, exactly, figures, type Figures, grid, metrics, mixOf } from './figures.js';

/** The sweep of figures.ts once more, on two threads that import the strategy from its module, and a bootstrap. */
async function onThreads(): Promise<Figures> {
  const on = workers.threads(2);
  const panel = data.usFunds();
  const strategy = { module: new URL('./figures.js', import.meta.url), name: mixOf.name };
  const swept = await backtilt.sweep(panel, { grid, strategy, metrics, backtest: costs, on });
  const options = { replications: 500, blockLength: 6, on };
  const { cagr, volatility } = backtilt;
  const drawn = await backtilt.bootstrap(panel.returns('SPY'), { cagr, volatility }, options);
  await on.close();
  return {
    numbers: {
      ...Object.fromEntries(metrics.map((name) => [`threads: sweep, ${name}`, exactly(swept.metrics[name])])),
      'threads: bootstrap, cagr': exactly(drawn.values('cagr')),
      'threads: bootstrap, volatility': exactly(drawn.values('volatility')),
    },
    texts: { 'threads: variants': JSON.stringify(swept.diagnostics.variants) },
  };
}

/** A result written and read again, returns from a text, and the proof of no look-ahead. */
function fromFiles(): Figures {
  const folder = mkdtempSync(join(tmpdir(), 'every-door-'));
  const result = backtilt.backtest(data.usFunds(), mixOf({ weight: 0.25, every: 'quarter' }), costs);
  io.writeResult(join(folder, 'result.json'), result);
  const again = io.readResult(join(folder, 'result.json'));
  rmSync(folder, { recursive: true });
  const parsed = io.parseReturns('date;A;B\r\n2024-01-31;1.5;-2\r\n2024-02-29;0.25;3\r\n', {
    frequency: 'monthly',
    units: 'percent',
  });
  const proof = testing.assertNoLookAhead(data.usFunds(), () => mixOf({ weight: 0.25, every: 'quarter' }));
  return {
    numbers: {
      'files: result': exactly(again.values),
      'files: returns': [...exactly(parsed.returns('A').values), ...exactly(parsed.returns('B').values)],
    },
    texts: {
      'files: digest': again.digest,
      'files: as written': String(again.digest === result.digest),
      proof: JSON.stringify(proof),
    },
  };
}

const doors = { backtilt, cluster, data, io, report, testing, workers };
const front = figures();
const others = [await onThreads(), fromFiles()];
const all: Figures = {
  numbers: Object.assign({}, front.numbers, ...others.map(({ numbers }) => numbers)) as Figures['numbers'],
  texts: {
    ...front.texts,
    ...Object.fromEntries(
      Object.entries(doors).map(([name, door]) => [`names of ${name}`, Object.keys(door).sort().join(' ')]),
    ),
    ...(Object.assign({}, ...others.map(({ texts }) => texts)) as Figures['texts']),
  },
};
console.log(JSON.stringify(all));
