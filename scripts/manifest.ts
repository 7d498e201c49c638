/**
 * `npm run manifest` writes custom-elements.json, the public contract, from the sources. With `--check` it writes
 * nothing, and fails where the committed one differs.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cli } from '@custom-elements-manifest/analyzer/cli.js';

const file = 'custom-elements.json';
const manifest = await cli({
  argv: ['analyze', '--config', 'custom-elements-manifest.config.mjs', '--quiet'],
  cwd: process.cwd(),
  noWrite: true,
});
const text = `${JSON.stringify(manifest, null, 2)}\n`;

if (!process.argv.includes('--check')) writeFileSync(file, text);
else if (!existsSync(file) || readFileSync(file, 'utf8') !== text) {
  console.error(`${file} is not what the sources say: run npm run manifest, and look at the difference.`);
  process.exitCode = 1;
}
