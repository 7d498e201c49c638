import { setCustomElementsManifest, type Preview } from '@storybook/web-components-vite';
import manifest from '../custom-elements.json' with { type: 'json' };
import { settle } from '../stories/settle.ts';

setCustomElementsManifest(manifest);

const preview: Preview = {
  tags: ['autodocs'],
  globalTypes: {
    scheme: {
      description: 'Light or dark',
      toolbar: { icon: 'mirror', items: ['system', 'light', 'dark'], dynamicTitle: true },
    },
  },
  initialGlobals: { scheme: 'system' },
  decorators: [
    (story, { globals }) => {
      document.documentElement.dataset['scheme'] = String(globals['scheme']);
      return story();
    },
  ],
  parameters: {
    a11y: { test: 'error' },
    options: { storySort: { order: ['Kom i gang', 'Tema', 'Hændelser'] } },
  },
  afterEach: ({ canvasElement, id, parameters }) => settle(canvasElement, id, parameters['stands'] as string | undefined),
};
export default preview;
