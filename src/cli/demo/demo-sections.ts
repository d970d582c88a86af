import { assumptionsSection } from './assumptions-section.js';
import type { DemoData } from './demo-data.js';
import { fundsSection } from './funds-section.js';
import { rotationSection } from './rotation-section.js';
import { screenedValueSection } from './screened-value-section.js';
import type { Section } from './section.js';
import { tiltSection } from './tilt-section.js';

/** The demonstration: funds, the three strategies, what was assumed. */
export function demoSections(data: DemoData): readonly Section[] {
  return [
    fundsSection(data),
    tiltSection(data),
    rotationSection(data),
    screenedValueSection(data),
    assumptionsSection(),
  ];
}
