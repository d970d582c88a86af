import { Command, CommanderError } from 'commander';
import { isInputError, libraryVersion } from '../core/index.js';
import { compareCommand, type CompareCommandOptions } from './compare-command.js';
import { demoCommand } from './demo-command.js';
import { listCommand } from './list-command.js';
import { openFile } from './open-file.js';
import { reportCommand, type ReportCommandOptions, reportStrategies } from './report-command.js';
import { studyCommand, type StudyCommandOptions, studyTopics } from './study-command.js';
import { sweepCommand, type SweepCommandOptions } from './sweep-command.js';
import { workerCommand, type WorkerCommandOptions } from './worker-command.js';

/** Where the program writes. */
export interface Streams {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Shows how far long work is; absent where nobody looks. */
  readonly progress?: (done: number, all: number) => void;
  /** Shows a file; the system's own viewer when absent. */
  readonly open?: (path: string) => void;
}

/**
 * Runs the command line and returns its exit code: 0, or 1 with one clear line; a promise of it where other threads do the work. A stack trace only with
 * `--debug`.
 */
export function runProgram(words: readonly string[], streams: Streams): number | Promise<number> {
  const { out, err } = streams;
  let later: Promise<void> | undefined;
  const program = makeProgram(out, err, {
    sweep: (options) => {
      later = sweepCommand(options, out, streams.progress);
    },
    report: (tickers, options) => {
      later = reportCommand(tickers, options, out, streams.open ?? openFile);
    },
    worker: (options) => {
      later = workerCommand(options, out);
    },
  });
  const failed = (error: unknown): number => {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 1;
    const message = error instanceof Error ? error.message : String(error);
    err(
      program.opts<{ debug?: boolean }>().debug === true || !isInputError(error)
        ? describeFault(error, words)
        : `backtilt: ${message}`,
    );
    return 1;
  };
  try {
    program.parse(words, { from: 'user' });
  } catch (error) {
    return failed(error);
  }
  return later === undefined ? 0 : later.then(() => 0, failed);
}

/** Commands that end later. */
interface LaterCommands {
  readonly sweep: (options: SweepCommandOptions) => void;
  readonly report: (tickers: readonly string[], options: ReportCommandOptions) => void;
  readonly worker: (options: WorkerCommandOptions) => void;
}

function makeProgram(out: (text: string) => void, err: (text: string) => void, start: LaterCommands): Command {
  const program = new Command('backtilt')
    .description('Historical backtests of portfolio strategies over return series, on bundled data.')
    .version(libraryVersion)
    .option('--debug', 'print a stack trace when something fails')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => {
        out(text.trimEnd());
      },
      writeErr: (text) => {
        err(text.trimEnd());
      },
    })
    .showHelpAfterError('(backtilt --help shows what there is)')
    .addHelpText('after', EXAMPLES);
  program
    .command('compare')
    .description('compare bundled funds over their common window')
    .argument('<tickers...>', 'funds, such as AVUV IWM (backtilt list usFunds shows all)')
    .option('--benchmark <ticker>', 'what they are measured against')
    .option('--from <date>', 'first month or day, YYYY-MM or YYYY-MM-DD')
    .option('--to <date>', 'last month or day')
    .option('--daily', 'daily instead of monthly returns (15 funds and BIL)')
    .option('--csv <file>', 'write one row per fund with full values')
    .option('--markdown <file>', 'write the table as Markdown')
    .option('--html <file>', 'write the table as an HTML fragment')
    .action((tickers: string[], options: CompareCommandOptions) => {
      compareCommand(tickers, options, out);
    });
  program
    .command('demo')
    .description('funds, small-cap tilt, post-first-cut rotation and screened value on real history')
    .option('--out <folder>', 'where to write Markdown and CSV', 'out')
    .action((options: { readonly out: string }) => {
      demoCommand(options, out);
    });
  program
    .command('list')
    .description('every bundled series with its span and source')
    .argument('[set]', 'one set only, such as usFunds')
    .action((set: string | undefined) => {
      listCommand(set, out);
    });
  program
    .command('report')
    .description('a tear sheet of one bundled fund or strategy, or of several funds side by side, as one HTML file')
    .argument('[tickers...]', 'funds, such as IWM; two or more are compared')
    .option('--strategy <name>', reportStrategies.join(', '))
    .option('--benchmark <ticker>', 'what it is measured against')
    .option('--out <file>', 'where to write the page', 'report.html')
    .option('--from <date>', 'first month or day, YYYY-MM or YYYY-MM-DD')
    .option('--to <date>', 'last month or day')
    .option('--daily', 'daily instead of monthly returns (15 funds and BIL)')
    .option('--factors', 'loadings on the five factors of Fama and French (monthly)')
    .option('--theme <theme>', 'auto, light or dark', 'auto')
    .option('--open', 'show the page afterwards')
    .action(start.report);
  program
    .command('study')
    .description('a backtest with the claims made about it, or claims alone, each with figures and a verdict')
    .argument('<topic>', studyTopics.join(', '))
    .argument('[claims...]', 'only these claims, such as C1 C9')
    .option('--markdown <file>', 'write it as Markdown')
    .option('--csv <file>', 'write one row per reading of a claim with full values')
    .action((topic: string, chosen: string[], options: StudyCommandOptions) => {
      studyCommand(topic, chosen, options, out);
    });
  program
    .command('sweep')
    .description('small-cap tilts by weight and month of rebalancing, on bundled monthly returns')
    .option('--core <ticker>', 'what is held beside the tilt', 'SPY')
    .option('--small-cap <ticker>', 'what is tilted to', 'IWM')
    .option('--weights <list>', 'weights of the tilt, first:last:step or a list', '0:1:0.1')
    .option('--months <list>', 'months at whose end it rebalances, 1 to 12', '3,6,9,12')
    .option('--cost <bps>', 'trading costs in basis points', '0')
    .option('--by <figure>', 'cagr, volatility, sharpeRatio or maxDrawdown', 'cagr')
    .option('--from <date>', 'first month or day, YYYY-MM or YYYY-MM-DD')
    .option('--to <date>', 'last month or day')
    .option('--threads <n>', 'run on so many threads')
    .option('--csv <file>', 'write one row per variant with full values')
    .action(start.sweep);
  program
    .command('worker')
    .description('work for programs that say on: cluster(connection), until told to end')
    .option('--redis <address>', 'the server, such as redis://host:6379 (or set BACKTILT_REDIS)')
    .option('--concurrency <n>', 'threads; as many as there are cores when absent')
    .option('--prefix <name>', 'the prefix that the program was given')
    .option('--silence <seconds>', 'after which the work of a dead worker is given to another', '10')
    .action(start.worker);
  return program;
}

const EXAMPLES = `
Examples:
  backtilt compare AVUV IWM --benchmark SPY --from 2019-10 --csv out.csv
  backtilt compare IWM SPY --daily --from 2007-06
  backtilt list usFunds
  backtilt report IWM --benchmark SPY --out report.html --open
  backtilt sweep --small-cap AVUV --weights 0:0.5:0.05 --months 1:12:1 --threads 2 --csv tilts.csv
  backtilt study first-cut
  backtilt study claims C1 C9 --csv claims.csv
  backtilt demo`;

function describeFault(error: unknown, words: readonly string[]): string {
  if (!(error instanceof Error)) return `backtilt: ${String(error)}`;
  return words.includes('--debug')
    ? (error.stack ?? error.message)
    : `backtilt: ${error.message} (--debug shows where)`;
}
