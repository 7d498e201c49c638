/** `/erhverv/abonnementer` and what lies below it. */
import { html } from 'hono/html';
import type { Html } from '../layout.ts';
import { addressOf, areaPage, languageOf } from './area.ts';
import type { AreaPageOptions } from './area.ts';

/** The address of the list. */
export const subscriptionsAddress = addressOf('subscriptions');

/** Where the guide to a new one begins. */
export const newSubscriptionAddress = `${subscriptionsAddress}/opret`;

/** The list's page. */
export const subscriptionsPage = (options: AreaPageOptions): Html =>
  areaPage(options, {
    area: 'subscriptions',
    tag: 'ss-subscriptions',
    element: html`<ss-subscriptions lang="${languageOf(options)}" route="${options.route}"></ss-subscriptions>`,
    withoutScript: 'Slå JavaScript til i browseren for at se jeres abonnementer.',
  });
