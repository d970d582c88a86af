import { addField } from 'backtilt';
import { describe } from 'vitest';
import { flat, refuses } from './refuses.js';

describe('costs', () => {
  refuses(
    (costs) => ({ costs }),
    [
      ['a misspelt cost', { tradingBp: 5 }, 'option.unknown', '"tradingBp"', 'Did you mean tradingBps'],
      ['no cost at all', {}, 'option.missing', '"costs" is empty', 'leave "costs" out'],
      ['negative basis points', { tradingBps: -5 }, 'option.range', '-5', 'from 0 to 5000', '10 bp are 0.1 %'],
      ['more than 5,000 basis points', { tradingBps: 5001 }, 'option.range', '5001', '5000'],
      ['basis points in text', { tradingBps: '5' }, 'option.type', '"5"'],
      ['NaN', { tradingBps: NaN }, 'option.type', 'NaN'],
      ['an asset that the panel does not have', { tradingBps: { A: 5, BB: 5 } }, 'asset.unknown', '"BB"', 'B'],
      ['an asset without a cost', { tradingBps: { A: 5 } }, 'option.missing', 'no cost for "B"', '0 if it is free'],
      ['a bad cost of one asset', { tradingBps: { A: 5, B: -1 } }, 'option.range', 'tradingBps.B', '-1'],
      [
        'dated costs out of order',
        { tradingBps: [from('2010-01', 5), from('2009-12', 2)] },
        'option.range',
        'entry 1',
        'order',
      ],
      [
        'dated costs of one day',
        { tradingBps: [from('2010-01', 5), from('2010-01-01', 2)] },
        'option.range',
        'entry 1',
      ],
      [
        'a first dated cost after the start',
        { tradingBps: [from('2020-01', 5)] },
        'option.range',
        '2019-12-31',
        'first day',
      ],
      [
        'the same in a record',
        { tradingBps: { A: 5, B: [from('2020-01', 5)] } },
        'option.range',
        'tradingBps.B',
        '2019-12-31',
      ],
      ['an empty list of dated costs', { tradingBps: [] }, 'option.range', '2019-12-31'],
      [
        'a day that does not exist',
        { tradingBps: [from('2019-02-30', 5)] },
        'date.impossible',
        'tradingBps[0]',
        '2019-02-30',
      ],
      [
        'a misspelt key of a dated cost',
        { tradingBps: [{ since: '2010-01', bps: 5 }] },
        'option.unknown',
        '"since"',
        'from',
      ],
      ['a dated cost that is a number', { tradingBps: [5] }, 'option.type', 'tradingBps[0]', '5'],
      ['a dated cost out of range', { tradingBps: [from('2010-01', 9999)] }, 'option.range', 'tradingBps[0]', '9999'],
      ['money per trade without money', { perTrade: 5 }, 'option.missing', '"perTrade"', 'flows: { initial'],
      [
        'impact without money',
        { impact: { volume: 'v', volatility: 0.1 } },
        'option.missing',
        '"impact"',
        'flows: { initial',
      ],
      ['negative money per trade', { perTrade: -1 }, 'option.range', '"perTrade" is -1', '0 or more'],
      ['an unknown solution', { solution: 'exact' }, 'option.range', '"exact"', "'linear', 'selfConsistent'"],
      [
        'an expense ratio in percent',
        { expenseRatios: { A: 0.75 } },
        'option.range',
        '"A" is 0.75',
        '0.0025 is 0.25 %',
      ],
      ['a negative expense ratio', { expenseRatios: { A: -0.01 } }, 'option.range', '-0.01'],
      ['an expense ratio in text', { expenseRatios: { A: '1 %' } }, 'option.type', '"1 %"'],
      ['one expense ratio for all', { expenseRatios: 0.01 }, 'option.type', '"expenseRatios"', '0.01'],
      ['an expense ratio of who is not there', { expenseRatios: { AA: 0.01 } }, 'asset.unknown', '"AA"', 'A'],
      [
        'a misspelt key of a fee',
        { expenseRatios: { A: { rate: 0.01, onTop: true } } },
        'option.unknown',
        '"onTop"',
        'onTopOfNet',
      ],
      [
        'a fee on top of nothing',
        { expenseRatios: { A: { rate: 0.01, onTopOfNet: false } } },
        'option.type',
        '"onTopOfNet" must be true',
      ],
      ['a portfolio fee in percent', { portfolioFee: 1 }, 'option.range', '"portfolioFee" is 1', '0.25 %'],
    ],
  );
});

describe('impact', () => {
  const volume = addField(flat, 'volume', {
    A: [{ knownOn: '2020-06-30', value: 5 }],
    B: [{ knownOn: '2019-06-30', value: 5 }],
  });
  const panel = addField(volume, 'none', { A: [{ knownOn: '2019-06-30', value: 0 }] });
  refuses(
    (impact) => ({ costs: { impact }, flows: { initial: 1000 } }),
    [
      [
        'a volume that is no field',
        { volume: 'volum', volatility: 0.1 },
        'field.unknown',
        '"volum"',
        'Did you mean volume',
        'addField',
      ],
      ['no volume', { volatility: 0.1 }, 'field.unknown', '"volume" is undefined'],
      [
        'a volatility that is no field',
        { volume: 'volume', volatility: 'sigma' },
        'field.unknown',
        '"volatility" is "sigma"',
      ],
      [
        'a volume that is not known on the day',
        { volume: 'volume', volatility: 0.1 },
        'field.unknown',
        '"A"',
        '2019-12-31',
        'not known',
      ],
      ['a volume of 0 on the day', { volume: 'none', volatility: 0.1 }, 'field.unknown', '"A"', '2019-12-31', 'is 0'],
      [
        'a volatility in percent',
        { volume: 'volume', volatility: 15 },
        'option.range',
        '"volatility" is 15',
        'from 0 to 1',
      ],
      [
        'a negative coefficient',
        { volume: 'volume', volatility: 0.1, coefficient: -1 },
        'option.range',
        '"coefficient" is -1',
      ],
      [
        'a negative participation',
        { volume: 'volume', volatility: 0.1, maxParticipation: -0.1 },
        'option.range',
        '-0.1',
        'share of the volume',
      ],
      ['a misspelt key', { volume: 'volume', volatility: 0.1, cap: 1 }, 'option.unknown', '"cap"', 'maxParticipation'],
    ],
    panel,
  );
});

function from(day: string, bps: number): object {
  return { from: day, bps };
}
