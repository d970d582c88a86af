// A strategy of one's own: a tenth each in the ten assets whose returns moved least in five years.
import { defineStrategy, type Panel, type Schedule, type Strategy } from 'backtilt';

/** Among the assets that have a return in every period, so that the choice is the same all the time. */
export const tenCalmest = <Asset extends string>(panel: Panel<Asset>, schedule: Schedule): Strategy<Asset> => {
  const assets = panel.assets.filter((name) => !Array.from(panel.returns(name).values).some(Number.isNaN));
  return defineStrategy<Asset>({
    name: 'Ten calmest',
    assets,
    lookback: 60,
    schedule,
    decide: (view) => {
      const moved = new Map(assets.map((name) => [name, Math.hypot(...view.returns(name, 60))]));
      const calmest = [...assets].sort((one, other) => moved.get(one)! - moved.get(other)!).slice(0, 10);
      return Object.fromEntries(calmest.map((name) => [name, 0.1])) as Record<Asset, number>;
    },
  });
};
