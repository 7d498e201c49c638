/** One page of the static Storybook, in which a test goes from story to story: the sandbox behind them starts once. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type Axe from 'axe-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';

interface Channel {
  emit(event: string, payload: unknown): void;
  on(event: string, listener: (problem: unknown) => void): void;
}

declare const axe: typeof Axe;
declare global {
  interface Window {
    __STORYBOOK_ADDONS_CHANNEL__: Channel;
    storyProblem: string | undefined;
  }
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** How long a story may take until it stands, milliseconds; one of them waits for five seconds by itself. */
const patience = 30_000;

export class StoryPage {
  readonly page: Page;
  /** What was asked of other origins than the page's own. */
  readonly strangers: string[] = [];
  /** What was thrown and caught by nobody. */
  readonly errors: string[] = [];
  readonly #address: string;
  #shown: string;

  private constructor(page: Page, address: string, story: string) {
    this.page = page;
    this.#address = address;
    this.#shown = story;
    const own = new URL(address).origin;
    page.on('request', (request) => {
      if (/^(https?|wss?):/.test(request.url()) && new URL(request.url()).origin !== own) this.strangers.push(request.url());
    });
    page.on('pageerror', (error) => this.errors.push(String(error)));
  }

  /**
   * Opens a page at a story, in a browser profile of its own, so that stories on two pages know nothing of each other.
   * `begin` is done with the context before anything is loaded.
   */
  static async open(
    browser: Browser,
    address: string,
    story: string,
    begin?: (context: BrowserContext) => Promise<unknown>,
  ): Promise<StoryPage> {
    const context = await browser.newContext({
      locale: 'da-DK',
      timezoneId: 'Europe/Copenhagen',
      reducedMotion: 'reduce',
      viewport: { width: 1280, height: 900 },
    });
    await context.addInitScript(axeSource);
    await begin?.(context);
    const opened = new StoryPage(await context.newPage(), address, story);
    // Storybook's own check would run beside ours.
    await opened.page.goto(`${address}iframe.html?viewMode=story&globals=a11y.manual:!true&id=${encodeURIComponent(story)}`);
    await opened.page.evaluate(() => {
      for (const event of [
        'storyThrewException',
        'storyErrored',
        'storyMissing',
        'playFunctionThrewException',
        'unhandledErrorsWhilePlaying',
      ])
        window.__STORYBOOK_ADDONS_CHANNEL__.on(event, (problem) => {
          window.storyProblem = `${event}: ${JSON.stringify(problem)}`;
        });
    });
    return opened;
  }

  /** Goes to a story as Storybook's sidebar does, and waits until it stands. @throws what the story threw. */
  async show(story: string): Promise<void> {
    // The story that is there already would not be drawn again.
    if (this.#shown !== story)
      await this.page.evaluate((storyId) => {
        window.storyProblem = undefined;
        delete document.getElementById('storybook-root')?.dataset['stands'];
        window.__STORYBOOK_ADDONS_CHANNEL__.emit('setCurrentStory', { storyId, viewMode: 'story' });
      }, story);
    this.#shown = story;
    const standing = await this.page.waitForFunction(
      (id) => window.storyProblem ?? (document.getElementById('storybook-root')?.dataset['stands'] === id ? 'stands' : undefined),
      story,
      { timeout: patience },
    );
    const outcome = await standing.jsonValue();
    if (outcome !== 'stands') throw new Error(outcome);
  }

  /** Opens a page of documentation and waits for its heading. */
  async read(id: string): Promise<void> {
    await this.page.goto(`${this.#address}iframe.html?viewMode=docs&id=${encodeURIComponent(id)}`);
    await this.page.locator('#storybook-docs h1').first().waitFor({ timeout: patience });
  }

  /** What axe has against the story as it stands, colour contrast included; one entry for each rule. */
  async complaints(): Promise<string[]> {
    const violations = await this.page.evaluate(async () => {
      // A story is a piece of a page: it need not have the page's landmarks.
      const found = await axe.run('#storybook-root', { rules: { region: { enabled: false } }, resultTypes: ['violations'] });
      return found.violations.map(({ id, help, nodes }) => ({
        id,
        help,
        nodes: nodes.map(({ html, failureSummary }) => `${html}\n    ${failureSummary ?? ''}`),
      }));
    });
    return violations.map(({ id, help, nodes }) => `${id}: ${help}\n  ${nodes.join('\n  ')}`);
  }

  /** What has happened since the last time that must not happen, and forgets it. */
  misdeeds(): string[] {
    return [...this.strangers.splice(0), ...this.errors.splice(0)];
  }
}
