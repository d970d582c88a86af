// Prints the section of CHANGELOG.md of the present version, without its heading: npm run release:notes
import { readFileSync } from 'node:fs';
import { releaseNotes } from './release-notes.js';

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
process.stdout.write(releaseNotes(readFileSync('CHANGELOG.md', 'utf8'), version));
