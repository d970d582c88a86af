import {
  assertKnownOptions,
  assertName,
  assertObject,
  assertOneOf,
  describeValue,
  InputError,
  isInputError,
} from '../../core/index.js';
import * as strategies from '../../strategy/index.js';
import type { StrategySource } from './sweep-options.js';

/** The factories that a specification may name. */
const BUILT_IN = {
  buyAndHold: strategies.buyAndHold,
  drawdownFilter: strategies.drawdownFilter,
  equalWeight: strategies.equalWeight,
  fixedMix: strategies.fixedMix,
  inverseVolatility: strategies.inverseVolatility,
  movingAverageFilter: strategies.movingAverageFilter,
  postFirstCutRotation: strategies.postFirstCutRotation,
  profitabilityScreenedValue: strategies.profitabilityScreenedValue,
  rankedPortfolio: strategies.rankedPortfolio,
  relativeStrengthRotation: strategies.relativeStrengthRotation,
  riskBudget: strategies.riskBudget,
  screenedPortfolio: strategies.screenedPortfolio,
  sectorTilt: strategies.sectorTilt,
  smallCapTilt: strategies.smallCapTilt,
  valuationScaledTilt: strategies.valuationScaledTilt,
} as const;

/** A factory of strategies, and what another thread needs to make it. */
export interface ReadSource {
  readonly strategyOf: (params: object) => unknown;
  /** Undefined where the factory is a function of this thread. */
  readonly source: StrategySource | undefined;
}

/** Reads how the strategies of a sweep are made. A module is loaded by the threads; here it makes nothing. */
export function readSource(given: unknown, where: string): ReadSource {
  if (typeof given === 'function') return { strategyOf: told(given as (params: object) => unknown), source: undefined };
  assertObject(where, '"strategy"', given);
  if ('builtIn' in given) {
    assertKnownOptions(`${where}, strategy`, given, ['builtIn', 'options']);
    const { builtIn, options = {} } = given;
    assertOneOf(`${where}, strategy`, 'builtIn', builtIn as string, Object.keys(BUILT_IN));
    assertObject(`${where}, strategy`, '"options"', options);
    const make = BUILT_IN[builtIn as keyof typeof BUILT_IN] as (options: object) => unknown;
    return {
      strategyOf: told((params) => make({ ...options, ...params })),
      source: { builtIn: builtIn as string, options },
    };
  }
  assertKnownOptions(`${where}, strategy`, given, ['module', 'name']);
  const { module, name } = given;
  assertName(`${where}, strategy`, 'name', name);
  if (typeof module !== 'string' && !(module instanceof URL)) {
    throw new InputError(
      'option.type',
      `${where}, strategy: "module" is ${describeValue(module)}; it must be the address of a module, such as new URL('./my-strategy.js', import.meta.url).`,
    );
  }
  if (typeof module === 'string' && module.startsWith('.')) {
    throw new InputError(
      'option.range',
      `${where}, strategy: "module" is ${describeValue(module)}, and threads cannot know what that is relative to. Give new URL(${describeValue(module)}, import.meta.url), an absolute path or the name of a package.`,
      { module },
    );
  }
  const strategyOf = (): never => {
    throw new InputError(
      'option.missing',
      `${where}: a strategy given by its module is made on other threads only. Say on: threads(2), or import it and give the function.`,
    );
  };
  return { strategyOf, source: { module, name } };
}

/** A factory whose failures are told as what they are. */
function told(make: (params: object) => unknown): (params: object) => unknown {
  return (params) => {
    try {
      return make(params);
    } catch (error) {
      if (isInputError(error)) throw error;
      const what = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
      const failure = new InputError(
        'strategy.failed',
        `"strategy" threw ${what}. Mend the factory; the error's cause has the stack.`,
      );
      failure.cause = error;
      throw failure;
    }
  };
}
