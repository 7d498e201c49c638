/** `/erhverv/support` and what lies below it. */
import { html } from 'hono/html';
import type { Html } from '../layout.ts';
import { addressOf, areaPage, languageOf } from './area.ts';
import type { AreaPageOptions } from './area.ts';

/** The address of the list. */
export const supportCasesAddress = addressOf('support-cases');

/** The form for a new one; the id of a closed one that it follows may stand below it. */
export const newSupportCaseAddress = `${supportCasesAddress}/ny`;

/** The page of what the company has asked for help with. */
export const supportCasesPage = (options: AreaPageOptions): Html =>
  areaPage(options, {
    area: 'support-cases',
    tag: 'ss-support-cases',
    element: html`<ss-support-cases lang="${languageOf(options)}" route="${options.route}"></ss-support-cases>`,
    withoutScript: 'Slå JavaScript til i browseren for at se jeres supportsager, eller ring til os.',
  });
