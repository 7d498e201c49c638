/** What every element test needs: a place on the page, an accessibility check, and waiting for what is to be seen. */
import 'axe-core'; // a CommonJS file: as a module it only sets window.axe
import type Axe from 'axe-core';
import { render, type TemplateResult } from 'lit';
import { connect, type PageConnection } from '../src/session/connect.ts';
import type { ConnectOptions } from '../src/session/connection.ts';

declare const axe: typeof Axe;

/** The people of the example data, by the name the sandbox of the tests signs them in with. */
export type Person = 'maja' | 'frida' | 'lars' | 'ida' | 'uffe' | 'mange';

const hosts: HTMLElement[] = [];
const connections: PageConnection[] = [];

/** Renders a template into the page and gives its first element, once that has rendered. {@link cleanup} removes it. */
export async function fixture<T extends Element>(template: TemplateResult): Promise<T> {
  const host = document.createElement('div');
  document.body.append(host);
  hosts.push(host);
  render(template, host);
  const element = host.firstElementChild as (T & { updateComplete?: Promise<unknown> }) | null;
  if (!element) throw new Error('The template holds no element.');
  await element.updateComplete;
  return element;
}

/** Opens the page's session as one of the sample people. {@link cleanup} closes it. */
export function signIn(person: Person, options: Partial<ConnectOptions> = {}): PageConnection {
  const connection = connect({
    api: '/v1',
    mode: 'token',
    token: () => Promise.resolve({ token: person, expiresIn: 3600 }),
    ...options,
  });
  connections.push(connection);
  return connection;
}

/** Closes every session and takes every fixture off the page: for `afterEach`. */
export function cleanup(): void {
  for (const connection of connections.splice(0)) connection.close();
  for (const host of hosts.splice(0)) host.remove();
}

/** Waits until nothing fades or slides any more. What is taken away meanwhile is not waited for; what turns for ever neither. */
const stillness = (): Promise<unknown> =>
  Promise.allSettled(
    document
      .getAnimations()
      .filter(({ effect }) => Number.isFinite(effect?.getComputedTiming().endTime))
      .map(({ finished }) => finished),
  );

/** Fails with what axe found in an element, its shadow roots included, once that has come to rest. */
export async function expectAccessible(element: Element): Promise<void> {
  await stillness();
  const { violations } = await axe.run(element, { rules: { region: { enabled: false } } });
  if (violations.length === 0) return;
  const findings = violations.map(({ id, help, nodes }) => `${id}: ${help}\n  ${nodes.map((node) => node.html).join('\n  ')}`);
  throw new Error(findings.join('\n'));
}

/** The next event of a type. Ask before the act that fires it. */
export function once<E extends Event>(target: EventTarget, type: string): Promise<E> {
  return new Promise((resolve) => {
    target.addEventListener(
      type,
      (event) => {
        resolve(event as E);
      },
      { once: true },
    );
  });
}

/**
 * Waits until a question has an answer other than `undefined`, `null`, `false` or `''`, and gives it. Looked at once a frame.
 *
 * @throws after `milliseconds`, naming `what` was waited for.
 */
export async function until<T>(question: () => T, what: string, milliseconds = 10_000): Promise<NonNullable<T>> {
  const end = performance.now() + milliseconds;
  for (;;) {
    const answer = question();
    if (answer) return answer;
    if (performance.now() > end) throw new Error(`Waited ${String(milliseconds)} ms in vain: ${what}`);
    await new Promise(requestAnimationFrame);
  }
}
