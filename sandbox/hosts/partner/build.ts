/** The intranet's page, built. */
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/** Builds into a folder, which is emptied first. The package must have been built before. */
export async function buildPartnerPage(folder: string): Promise<void> {
  await build({ configFile: fileURLToPath(new URL('vite.config.ts', import.meta.url)), build: { outDir: folder } });
}
