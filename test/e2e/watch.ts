/** What is noticed on every page of a browser profile, without being asked for. */
import type { BrowserContext } from 'playwright-core';

export interface Notes {
  /** Errors and complaints of the browser. */
  readonly errors: string[];
  /** Addresses and titles. */
  readonly traces: Set<string>;
}

declare global {
  interface Window {
    /** All that stands in a node and below it, shadow roots included: texts, and the values of fields and attributes. */
    allText: (root?: Node) => string;
  }
}

/** The browser's own line for every answer that is no success; what it means is asked elsewhere. */
const statusLine = 'Failed to load resource: the server responded with a status of';

export async function watchPages(context: BrowserContext, { errors, traces }: Notes): Promise<void> {
  // What runs these tests wraps named functions in a helper, which pages do not have.
  await context.addInitScript('globalThis.__name = (value) => value;');
  await context.addInitScript(() => {
    window.allText = (root: Node = document): string => {
      const parts: string[] = [];
      const visit = (node: Node) => {
        if (node instanceof Text) parts.push(node.data);
        if (node instanceof HTMLInputElement || node instanceof HTMLSelectElement) parts.push(node.value);
        if (node instanceof Element) {
          for (const { value } of node.attributes) parts.push(value);
          if (node.shadowRoot) visit(node.shadowRoot);
        }
        node.childNodes.forEach(visit);
      };
      visit(root);
      return parts.join('\n').replaceAll(/\s+/g, ' ');
    };
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sourceFile }) => {
      console.error(`CSP: ${effectiveDirective} ${blockedURI} ${sourceFile}`);
    });
  });
  context.on('page', (page) => {
    page.on('pageerror', (error) => errors.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error' && !message.text().startsWith(statusLine)) errors.push(message.text());
    });
    page.on('framenavigated', (frame) => {
      traces.add(frame.url());
      frame.title().then(
        (title) => traces.add(title),
        () => undefined, // on its way to the next page already
      );
    });
  });
  context.on('request', (request) => traces.add(request.url()));
}
