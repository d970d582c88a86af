import { pathToFileURL } from 'node:url';
import { jobs } from '../jobs/index.js';
import { coldStart } from './cold-start.js';
import { growth } from './growth.js';
import type { Library } from './job.js';
import { measure } from './measure.js';
import { millionVariants } from './million-variants.js';

/** What a process of its own is asked for: the bundle, the task, and how often. */
const [path = '', task = '', asked = ''] = process.argv.slice(2);
const repetitions = asked === '' ? undefined : Number(asked);
const start = performance.now();
const library = (await import(pathToFileURL(path).href)) as Library;
const loading = performance.now() - start;

function answer(): unknown {
  if (task === 'cold') return coldStart(library, loading);
  if (task === 'growth') return growth(library);
  if (task === 'memory') return millionVariants(library, repetitions ?? 1_000_000);
  const job = jobs.find(({ name }) => name === task);
  if (job === undefined) throw new Error(`There is no job "${task}".`);
  return measure(job, library, repetitions);
}

process.stdout.write(JSON.stringify(answer()));
