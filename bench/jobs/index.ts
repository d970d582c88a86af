import type { Job } from '../run/job.js';
import { resampling } from './bootstrap.js';
import { manyAssets } from './many-assets.js';
import { oneMix, oneMixSummary } from './one-mix.js';
import { ownStrategySweep } from './own-strategy-sweep.js';
import { report } from './report.js';
import { screenSweep, stockScreen } from './stock-screen.js';
import { tiltSweep } from './tilt-sweep.js';

/** The jobs in the order of the page. A job that is compared with another comes after it. */
export const jobs: readonly Job[] = [
  oneMix,
  oneMixSummary,
  tiltSweep,
  ownStrategySweep,
  manyAssets,
  report,
  resampling,
  stockScreen,
  screenSweep,
];
