/** What the web test runner needs from us: the sandbox behind the tests, the accessibility tree, and totals to add up. */
import { writeFileSync } from 'node:fs';
import { getRequestListener } from '@hono/node-server';
import type { Reporter, TestRunnerConfig, TestRunnerPlugin, TestSuiteResult } from '@web/test-runner';
import type { Page } from 'playwright-core';
import { openTestSandbox, type TestSandbox } from './wtr-sandbox.ts';

type Middleware = NonNullable<TestRunnerConfig['middleware']>[number];

/** Answers everything under a path with the sandbox, on the same origin as the tests. It is ready before the first test. */
export function sandboxUnder(path: string): { plugin: TestRunnerPlugin; middleware: Middleware } {
  let sandbox: TestSandbox | undefined;
  const answer = getRequestListener((request) => sandbox?.fetch(request) ?? new Response(null, { status: 503 }), {
    overrideGlobalObjects: false,
  });
  return {
    plugin: {
      name: 'sandbox',
      async serverStart() {
        sandbox = await openTestSandbox();
      },
      serverStop: () => sandbox?.close(),
    },
    async middleware(context, next) {
      if (context.path.startsWith(`${path}/`)) {
        context.respond = false; // the listener writes the whole answer
        context.status = 200; // which the runner would otherwise report as missing
        await answer(context.req, context.res);
      } else {
        await next();
      }
    },
  };
}

/** `executeServerCommand('aria', selector)` gives the accessibility tree of an element as text; without a selector, of the page. */
export const aria: TestRunnerPlugin<string> = {
  name: 'aria',
  async executeCommand({ command, payload, session }) {
    if (command !== 'aria') return undefined;
    const launcher = session.browser as unknown as { getPage(id: string): Page };
    const element = launcher.getPage(session.id).locator(payload ?? 'body');
    return { yaml: await element.ariaSnapshot() };
  },
};

/** Counts the tests, and writes the figures as JSON to the file that `TEST_TOTALS` names. */
export const totals: Reporter = {
  onTestRunFinished({ sessions }) {
    const sum = { passed: 0, failed: 0, skipped: 0 };
    for (const session of sessions) {
      const before = sum.failed;
      if (session.testResults) count(session.testResults, sum);
      if (session.passed !== true && sum.failed === before) sum.failed += 1; // a file that did not load
    }
    const file = process.env['TEST_TOTALS'];
    if (file) writeFileSync(file, JSON.stringify(sum));
  },
};

function count(suite: TestSuiteResult, sum: { passed: number; failed: number; skipped: number }): void {
  for (const test of suite.tests) sum[test.skipped ? 'skipped' : test.passed ? 'passed' : 'failed'] += 1;
  for (const inner of suite.suites) count(inner, sum);
}
