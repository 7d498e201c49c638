/** The question and the form in each of their states, light and dark, in Danish and English, before axe. */
import { emulateMedia } from '@web/test-runner-commands';
import { html } from 'lit';
import type { ArticleFeedbackElement } from '../../src/article-feedback/article-feedback-element.ts';
import { answers, at, type Fault } from '../faults.ts';
import { cleanup, expectAccessible, fixture, signIn, until } from '../helpers.ts';
import { all } from '../subscriptions/screen.ts';
import { newArticle } from './question.ts';

afterEach(async () => {
  cleanup();
  await emulateMedia({ colorScheme: 'light' });
});

const yes = (element: Element) => {
  all(element, '[aria-pressed]')[0]?.click();
};

const scenes: Readonly<Record<string, (element: Element) => Promise<unknown>>> = {
  asked: () => Promise.resolve(),
  'answered, with the form': async (element) => {
    yes(element);
    await until(() => all(element, 'form').length, 'the form');
  },
  'with everything wrong': async (element) => {
    yes(element);
    await until(() => all(element, 'form').length, 'the form');
    all(element, '.submit')[0]?.click();
    await until(() => all(element, '.summary').length, 'the errors');
  },
};

for (const colorScheme of ['light', 'dark'] as const)
  for (const lang of ['da', 'en'])
    describe(`The question under an article in ${lang === 'da' ? 'Danish' : 'English'}, ${colorScheme}`, () => {
      const open = async (fault: Fault = (inner) => inner): Promise<ArticleFeedbackElement> => {
        await emulateMedia({ colorScheme });
        signIn('maja', { mode: 'cookie', fetch: fault((...call) => fetch(...call)) });
        const frame = await fixture<HTMLElement>(
          html`<div lang=${lang} style="color-scheme: ${colorScheme}; background: Canvas">
            <ss-article-feedback article=${newArticle()}><p slot="comments">…</p></ss-article-feedback>
          </div>`,
        );
        const element = frame.querySelector('ss-article-feedback');
        if (!element) throw new Error('The element is not there.');
        await until(() => all(element, '[aria-pressed]').length, 'the question');
        return element;
      };

      for (const [name, reach] of Object.entries(scenes))
        it(`is accessible ${name} (R38.1, R38.2)`, async () => {
          const element = await open();
          await reach(element);
          await expectAccessible(element);
        });

      it('is accessible when the vote could not be kept (R38.1, F10)', async () => {
        const element = await open(at('/vote', answers(422)));
        yes(element);
        await until(() => all(element, '[part=problem]').length, 'the problem');
        await expectAccessible(element);
      });
    });
