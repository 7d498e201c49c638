/** Runs the element tests in a real Chromium, with the sandbox behind them on the same origin under /v1. */
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { playwrightLauncher } from '@web/test-runner-playwright';
import { browser } from './scripts/browser.mjs';
import { aria, sandboxUnder, totals } from './scripts/wtr-plugins.ts';

const launchOptions = await browser();
const sandbox = sandboxUnder('/v1');

/** @type {import('@web/test-runner').TestRunnerConfig} */
export default {
  files: ['test/**/*.test.ts', '!test/{sandbox,e2e,tools}/**', '!test/{stories,languages}.test.ts'],
  nodeResolve: { exportConditions: ['development', 'browser'] },
  concurrency: 2,
  browsers: [
    playwrightLauncher({
      product: 'chromium',
      launchOptions,
      createBrowserContext: ({ browser: chromium }) =>
        chromium.newContext({ locale: 'da-DK', timezoneId: 'Europe/Copenhagen', reducedMotion: 'reduce' }),
    }),
  ],
  middleware: [sandbox.middleware],
  plugins: [sandbox.plugin, aria, esbuildPlugin({ ts: true, target: 'es2022', tsconfig: 'tsconfig.json' })],
  // An element's code comes in a hundred files here, and the machine may have other work: more time costs only what fails anyway.
  testFramework: { config: { timeout: 15_000 } },
  filterBrowserLogs: ({ args }) => !String(args[0]).startsWith('Lit is in dev mode'),
  coverageConfig: {
    include: ['src/**/*.ts'],
    reporters: ['text-summary', 'lcov'],
    threshold: { statements: 70, branches: 70, functions: 70, lines: 70 },
  },
  reporters: [defaultReporter({ reportTestResults: true, reportTestProgress: true }), totals],
};
