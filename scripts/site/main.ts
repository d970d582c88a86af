// Builds the documentation site into out/site: npm run site [-- --serve | --check | --built]
// Installs the generator (scripts/site/package.json) where it is missing. --check tests what was built, --serve shows it on loopback; with --built the present
// out/site is taken as it is.
import { build } from './build.js';
import { check } from './check.js';
import { serve } from './serve.js';

const asked = (option: string): boolean => process.argv.includes(option);

if (!asked('--built')) await build();
if (asked('--check') && !(await check())) process.exitCode = 1;
if (asked('--serve')) console.log(`site: ${(await serve(4173)).address} (stop with Ctrl-C)`);
