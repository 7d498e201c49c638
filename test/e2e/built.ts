import assert from 'node:assert/strict';
import { isBuilt } from '../../scripts/build-age.mjs';

/**
 * Stops a test run on a package that is older than its sources: `npm start`, which is tested here too, would build it anew under the
 * feet of everything else that runs.
 */
export function assertBuilt(): void {
  assert.ok(isBuilt(), 'The package is older than its sources: npm run build.');
}
