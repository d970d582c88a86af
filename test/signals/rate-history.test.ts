import { firstCuts, type FirstCutOptions, type RateObservation } from 'backtilt';
import { describe, it } from 'vitest';
import { expectInputError } from '../support/expect-input-error.js';

describe('input that is no rate history is refused', () => {
  it.each([
    [
      'percent instead of a fraction',
      [{ knownOn: '2000-01-10', value: 5.5 }],
      'observation.invalid',
      ['2000-01-10', '5.5', '0.055'],
    ],
    ['NaN', [{ knownOn: '2000-01-10', value: NaN }], 'observation.invalid', ['observation 0', 'NaN']],
    ['a text', [{ knownOn: '2000-01-10', value: '0.05' }], 'observation.invalid', ['"0.05"']],
    [
      'days out of order',
      [
        { knownOn: '2000-02-10', value: 0.05 },
        { knownOn: '2000-01-10', value: 0.06 },
      ],
      'observation.order',
      ['observation 1', '2000-01-10', '2000-02-10', 'Sort'],
    ],
    [
      'known before it was decided',
      [{ date: '2000-02-10', knownOn: '2000-02-09', value: 0.05 }],
      'observation.order',
      ['2000-02-10', '2000-02-09', 'same day or later'],
    ],
    ['no day', [{ value: 0.05 }], 'date.format', ['observation 0', 'undefined']],
    ['an impossible day', [{ knownOn: '2001-02-29', value: 0.05 }], 'date.impossible', ['2001-02-29']],
    ['a number', 0.05, 'observation.invalid', ['firstCuts', '0.05', 'usPolicyRate()']],
    ['an observation that is null', [null], 'observation.invalid', ['observation 0', 'null', '{ knownOn, value }']],
    ['null', null, 'observation.invalid', ['null']],
    ['an object without observations', { name: 'rate' }, 'observation.invalid', ['firstCuts']],
  ] as const)('%s', (_, input, code, facts) => {
    expectInputError(code, facts, () => firstCuts(input as unknown as RateObservation[]));
  });

  it.each([
    [null, 'option.type', ['firstCuts', 'null']],
    [{ minCutBps: -1 }, 'option.range', ['minCutBps', '-1']],
    [{ minCutBps: NaN }, 'option.type', ['minCutBps', 'NaN']],
    [{ minGapMonths: 1.5 }, 'option.range', ['minGapMonths', '1.5', 'whole number']],
    [{ minHikeBps: '25' }, 'option.type', ['minHikeBps', '"25"']],
    [{ requireHike: 1 }, 'option.type', ['requireHike', '1', 'true or false']],
    [{ minCutBp: 25 }, 'option.unknown', ['"minCutBp"', 'Did you mean minCutBps?']],
  ] as const)('the option %j', (options, code, facts) => {
    expectInputError(code, facts, () => firstCuts([], options as unknown as FirstCutOptions));
  });
});
