import {
  chai,
  ASYMMETRIC_MATCHERS_OBJECT,
  GLOBAL_EXPECT,
  JestAsymmetricMatchers,
  JestChaiExpect,
  JestExtend,
  setState,
} from '@vitest/expect';
import { afterAll, afterEach, beforeAll, beforeEach, describe, it } from '@vitest/runner';
import { configureGlobal } from 'fast-check';

const anything: unknown = new Proxy(() => anything, { get: () => anything, apply: () => anything });

/** Vitest's own functions, joined as Vitest joins them, for test files that run outside of its process pool. */
export const makeTestApi = (): Record<string, unknown> => {
  chai.use(JestExtend);
  chai.use(JestChaiExpect);
  chai.use(JestAsymmetricMatchers);
  const expect = Object.assign(
    (value: unknown, message?: string) => chai.expect(value, message),
    chai.expect,
    (globalThis as never)[ASYMMETRIC_MATCHERS_OBJECT],
  );
  Object.assign(globalThis, { [GLOBAL_EXPECT]: expect });
  setState({ assertionCalls: 0 }, expect);
  // The first failure of a property decides; a smaller counterexample is nobody's concern here.
  configureGlobal({ endOnFailure: true });
  return { afterAll, afterEach, beforeAll, beforeEach, describe, it, test: it, expect, expectTypeOf: anything };
};
