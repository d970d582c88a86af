import {
  frenchSize,
  type FrenchCellField,
  type FrenchSize,
  frenchSizeValueProfitability,
  type FrenchSizeValueProfitability,
  type PolicyRateObservation,
  type UsFund,
  usFunds,
  usPolicyRate,
  usTreasuryBill,
} from '../../data/index.js';
import type { ObservationSeries, Panel, ReturnSeries } from '../../panel/index.js';

/** What the demonstration looks at; a test hands in altered data and sees the figures move. */
export interface DemoData {
  readonly funds: Panel<UsFund>;
  readonly size: Panel<FrenchSize>;
  readonly cells: Panel<FrenchSizeValueProfitability, FrenchCellField>;
  readonly rates: ObservationSeries<PolicyRateObservation>;
  /** Cash and risk-free. */
  readonly bill: ReturnSeries;
}

/** The bundled data. */
export const bundledDemoData = (): DemoData => ({
  funds: usFunds(),
  size: frenchSize(),
  cells: frenchSizeValueProfitability(),
  rates: usPolicyRate(),
  bill: usTreasuryBill(),
});

/** One-way trading costs of the demonstration, in basis points. */
export const DEMO_COSTS = { fund: 5, large: 10, small: 50 } as const;
