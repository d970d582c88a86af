// Says for the release workflow which version this is and whether npm has it: `version=0.5.0`, `published=false`.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { whatToPublish } from './what-to-publish.js';

const { GITHUB_SERVER_URL, GITHUB_REPOSITORY } = process.env;
const here = GITHUB_REPOSITORY === undefined ? undefined : `${GITHUB_SERVER_URL ?? ''}/${GITHUB_REPOSITORY}`;
const versions = (name: string): string => {
  try {
    return execFileSync('npm', ['view', name, 'versions', '--json'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  } catch (error) {
    // npm answers its errors as JSON on the same stream.
    return (error as { stdout?: string }).stdout ?? '';
  }
};
console.log(whatToPublish(readFileSync('package.json', 'utf8'), versions, here));
