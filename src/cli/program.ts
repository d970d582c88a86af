import { Command, CommanderError } from 'commander';
import { isInputError } from '../core/index.js';
import { compareCommand, type CompareCommandOptions } from './compare-command.js';
import { demoCommand } from './demo-command.js';
import { listCommand } from './list-command.js';
import { version } from './version.js';

/** Where the program writes. */
export interface Streams {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

/** Runs the command line and returns its exit code: 0, or 1 with one clear line. A stack trace only with `--debug`. */
export function runProgram(words: readonly string[], { out, err }: Streams): number {
  const program = makeProgram(out, err);
  try {
    program.parse(words, { from: 'user' });
    return 0;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 1;
    const message = error instanceof Error ? error.message : String(error);
    err(
      program.opts<{ debug?: boolean }>().debug === true || !isInputError(error)
        ? describeFault(error, words)
        : `backtilt: ${message}`,
    );
    return 1;
  }
}

function makeProgram(out: (text: string) => void, err: (text: string) => void): Command {
  const program = new Command('backtilt')
    .description('Historical backtests of portfolio strategies over return series, on bundled data.')
    .version(version)
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
  return program;
}

const EXAMPLES = `
Examples:
  backtilt compare AVUV IWM --benchmark SPY --from 2019-10 --csv out.csv
  backtilt compare IWM SPY --daily --from 2007-06
  backtilt list usFunds
  backtilt demo`;

function describeFault(error: unknown, words: readonly string[]): string {
  if (!(error instanceof Error)) return `backtilt: ${String(error)}`;
  return words.includes('--debug')
    ? (error.stack ?? error.message)
    : `backtilt: ${error.message} (--debug shows where)`;
}
