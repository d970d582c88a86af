import { describe, expect, it } from 'vitest';
import { assertKnownOptions, assertName, assertNumber, assertObject, assertOneOf } from '../../src/core/index.js';
import { expectInputError } from '../support/expect-input-error.js';

describe('assertNumber', () => {
  it.each([0, -0, 1, 0.5, -3, 1e-300])('%s is a number: zero is never mistaken for nothing', (value) => {
    expect(() => {
      assertNumber('here', 'bps', value);
    }).not.toThrow();
  });

  it.each([
    [NaN, 'NaN'],
    [Infinity, 'Infinity'],
    ['5', '"5"'],
    [null, 'null'],
    [undefined, 'undefined'],
    [5n, '5'],
    [[5], 'an array of 1'],
  ])('%s is none, and the message shows it', (value, shown) => {
    expectInputError('option.type', ['here', '"bps"', shown, 'a finite number'], () => {
      assertNumber('here', 'bps', value);
    });
  });

  it('both bounds belong to the range', () => {
    for (const value of [0, 1])
      expect(() => {
        assertNumber('here', 'weight', value, { min: 0, max: 1 });
      }).not.toThrow();
  });

  it.each([
    [1.5, { min: 0, max: 1 }, 'a finite number from 0 to 1'],
    [-1, { min: 0 }, 'a finite number, 0 or more'],
    [1, { max: 0 }, 'a finite number, 0 or less'],
    [1.5, { min: 0, integer: true }, 'a whole number, 0 or more'],
    [30, { max: 1, allowed: 'a fraction of 1, such as 0.3' }, 'a fraction of 1, such as 0.3'],
  ])('%s outside %o is refused with what is allowed', (value, range, allowed) => {
    const error = expectInputError('option.range', ['here', String(value), `it must be ${allowed}.`], () => {
      assertNumber('here', 'weight', value, range);
    });
    expect(error.details).toEqual({ where: 'here', option: 'weight', found: value });
  });
});

describe('assertKnownOptions', () => {
  it('lets known options pass, whatever their values', () => {
    expect(() => {
      assertKnownOptions('here', { costs: undefined }, ['costs', 'cash']);
    }).not.toThrow();
  });

  it('never ignores a misspelt option, and says which one was meant', () => {
    expectInputError('option.unknown', ['here: unknown option "cots"', 'Did you mean costs?'], () => {
      assertKnownOptions('here', { cots: 1 }, ['costs', 'cash']);
    });
  });

  it('names the known ones where nothing is near', () => {
    expectInputError('option.unknown', ['"slippage"', 'Known: costs, cash.'], () => {
      assertKnownOptions('here', { slippage: 1 }, ['costs', 'cash']);
    });
  });
});

describe('assertKnownOptions on what is no options object', () => {
  it.each([
    [0.02, '0.02'],
    ['x', '"x"'],
    [[1], 'an array of 1'],
    [null, 'null'],
  ])('%o is refused with the options that there are', (value, shown) => {
    expectInputError(
      'option.type',
      [`here: found ${shown} where the options belong`, '{ costs: … }', 'costs, cash'],
      () => {
        assertKnownOptions('here', value, ['costs', 'cash']);
      },
    );
  });

  it('a return series in their place is called that, with the way to hand it over', () => {
    const series = { name: 'RF', calendar: {}, values: [], meta: {} };
    expectInputError('option.type', ['a return series ("RF")', '{ riskFree: series }', 'benchmark, riskFree'], () => {
      assertKnownOptions('here', series, ['benchmark', 'riskFree']);
    });
  });
});

describe('assertObject, assertName, assertOneOf', () => {
  it.each([null, undefined, 5, 'text', []])('%o is no options object', (value) => {
    expectInputError('option.type', ['here: the input must be an object, found '], () => {
      assertObject('here', 'the input', value);
    });
  });

  it.each(['', '  ', 5, undefined])('%o is no name', (value) => {
    expectInputError('option.type', ['"name" must be a name, found '], () => {
      assertName('here', 'name', value);
    });
  });

  it('a word that is not one of a few is refused with all of them', () => {
    expectInputError('option.range', ['"kind" is "totl"', "'total', 'price'"], () => {
      assertOneOf('here', 'kind', 'totl', ['total', 'price']);
    });
    for (const inherited of ['toString', 'length'])
      expectInputError('option.range', [inherited], () => {
        assertOneOf('here', 'kind', inherited, ['total', 'price']);
      });
  });
});
