import { escapeHtml, numberCell, percentCell, withDisplay, wrapText } from '../table/index.js';
import type { BreakEvenCost } from './break-even-cost.js';

const WIDTH = 100;

/** Statistics that are fractions: they are written in percent. */
const FRACTIONS = ['cagr', 'totalReturn', 'geometricMean', 'arithmeticMean', 'volatility', 'maxDrawdown'];

/** Lets a break-even cost print itself. */
export function displayBreakEven(figures: Omit<BreakEvenCost, 'toString'>): BreakEvenCost {
  const said = sentences(figures);
  return withDisplay(
    { ...figures },
    {
      text: () => said.map((sentence) => wrapText(sentence, WIDTH)).join('\n'),
      html: () => said.map((sentence) => `<p>${escapeHtml(sentence)}</p>`).join('\n'),
    },
  );
}

function sentences(figures: Omit<BreakEvenCost, 'toString'>): string[] {
  const { strategy, benchmark, statistic, strategyAtZero, benchmarkAtZero, turnoverPerYear } = figures;
  const written = (value: number): string =>
    FRACTIONS.includes(statistic) ? percentCell(value).text : numberCell(value, 4).text;
  return [
    `${strategy} against ${benchmark}, ${figures.from} to ${figures.to}: ${finding(figures)}`,
    `At a trading cost of 0 bp ${statistic} is ${written(strategyAtZero)} against ${written(benchmarkAtZero)}; one-way turnover is ${percentCell(turnoverPerYear, 0).text} a year.`,
    figures.benchmarkPays
      ? `${benchmark} pays the same cost.`
      : `${benchmark} is taken as it is, without trading costs.`,
    ...(figures.usesHindsight ? ['Warning: uses hindsight: nobody could have traded this at the time.'] : []),
  ];
}

function finding({ reason, bps, statistic, highest }: Omit<BreakEvenCost, 'toString'>): string {
  switch (reason) {
    case 'found':
      return `the edge in ${statistic} is gone when trading costs ${numberCell(bps, 1).text} bp of what is bought and of what is sold.`;
    case 'no-edge':
      return `there is no edge in ${statistic} even at a trading cost of 0 bp.`;
    case 'survives':
      return `the edge in ${statistic} survives the highest cost looked at, ${numberCell(highest, 0).text} bp.`;
    case 'undefined':
      return `${statistic} is undefined, so there is no saying what the edge is.`;
  }
}
