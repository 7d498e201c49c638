/** Makes the script-tag files smaller than the bundler's own minifier does: bytes are part of the product. */
import { minify } from 'terser';
import type { Plugin } from 'vite';

export const smaller = (): Plugin => ({
  name: 'smaller',
  apply: 'build',
  renderChunk: {
    order: 'post',
    async handler(code) {
      const { code: small, map } = await minify(code, {
        module: true,
        ecma: 2020,
        compress: { passes: 3, unsafe_arrows: true, pure_getters: true },
        sourceMap: true,
      });
      return { code: small ?? code, map: typeof map === 'string' ? map : null };
    },
  },
});

/** Leaves ky's upload and download progress out: we never ask for it, and ky cannot know. Fails when ky has moved it. */
export const withoutProgress = (): Plugin => {
  let found = false;
  return {
    name: 'without-progress',
    apply: 'build',
    load: {
      filter: { id: /[\\/]ky[\\/]distribution[\\/]utils[\\/]body\.js$/ },
      handler() {
        found = true;
        return 'export const streamRequest = undefined, streamResponse = undefined;';
      },
    },
    buildEnd() {
      if (!found) this.error('ky keeps its progress streams elsewhere now.');
    },
  };
};
