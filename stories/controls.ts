/** Carries what the reader sets in Storybook's controls to the element: attributes, properties and custom properties of its manifest. */
import type { Args } from '@storybook/web-components-vite';
import type { DirectiveResult } from 'lit/directive.js';
import { ref } from 'lit/directives/ref.js';
import { customProperties } from './manifest.ts';

const themed = new Set(customProperties().map(({ name }) => name));

/** For the place of an attribute: `<ss-subscriptions ${controlled(args)}>`. What is `undefined` is taken away again. */
export const controlled = (args: Args): DirectiveResult =>
  ref((element) => {
    if (!(element instanceof HTMLElement)) return;
    for (const [name, value] of Object.entries(args) as [string, unknown][]) {
      if (themed.has(name)) element.style.setProperty(name, typeof value === 'string' ? value : null);
      else if (name in element) Reflect.set(element, name, value);
      else if (typeof value === 'number' || typeof value === 'string') element.setAttribute(name, String(value));
      else element.removeAttribute(name);
    }
  });
