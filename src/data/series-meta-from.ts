import type { SeriesMeta } from '../panel/index.js';
import type { Provenance } from './provenance.js';

/** What the series of a set are: the set's source and vintage with the kind of its returns. */
export function seriesMetaFrom(
  { publisher, title, vintage }: Provenance,
  what: Pick<SeriesMeta, 'kind' | 'net' | 'researchPortfolio' | 'joins'>,
): SeriesMeta {
  return { ...what, source: `${publisher}: ${title}`, vintage };
}
