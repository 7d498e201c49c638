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

/** Parts of ky that it cannot know we never ask for, and what stands in for each: upload and download progress, and retries forced by a hook. */
const unused: Readonly<Record<string, string>> = {
  'utils/body.js': 'export const streamRequest = undefined, streamResponse = undefined;',
  'errors/ForceRetryError.js': 'export class ForceRetryError extends Error {}',
};

/** Leaves them out. Fails when ky has moved one of them. */
export const withoutUnused = (): Plugin => {
  const left = new Set(Object.keys(unused));
  return {
    name: 'without-unused',
    apply: 'build',
    load: {
      filter: { id: /[\\/]ky[\\/]distribution[\\/]/ },
      handler(id) {
        const name = /distribution[\\/](.*)$/.exec(id)?.[1]?.replaceAll('\\', '/') ?? '';
        left.delete(name);
        return unused[name];
      },
    },
    buildEnd() {
      if (left.size > 0) this.error(`ky keeps ${[...left].join(', ')} elsewhere now.`);
    },
  };
};

/**
 * Parts of Lit for browsers that could not show our elements anyway, and what stands in for each: places where polyfills take hold, style sheets
 * that cannot be adopted. With them goes what Lit writes into the page's globals (F30).
 */
const old: readonly (readonly [file: string, was: RegExp, is: string])[] = [
  ['@lit/reactive-element/css-tag.js', /\w=\w\.ShadowRoot&&\(void 0===\w\.ShadyCSS[^,]*?"replace"in CSSStyleSheet\.prototype/, 'e=!0'],
  ['@lit/reactive-element/reactive-element.js', /\w=\w\.reactiveElementPolyfillSupport/, 'p=void 0'],
  ['@lit/reactive-element/reactive-element.js', /,\(\w\.reactiveElementVersions\?\?=\[\]\)\.push\("[\d.]+"\)/, ''],
  ['lit-html/lit-html.js', /,(\w)=\w\.litHtmlPolyfillSupport;\1\?\.\([^)]*\),\(\w\.litHtmlVersions\?\?=\[\]\)\.push\("[\d.]+"\);/, ';'],
  [
    'lit-element/lit-element.js',
    /,\w\.litElementHydrateSupport\?\.\([^)]*\);const (\w)=\w\.litElementPolyfillSupport;\1\?\.\([^)]*\);/,
    ';',
  ],
  ['lit-element/lit-element.js', /\(\w\.litElementVersions\?\?=\[\]\)\.push\("[\d.]+"\);/, ''],
];

/** Leaves them out. Fails when Lit has written one of them in another way. */
export const withoutOldBrowsers = (): Plugin => ({
  name: 'without-old-browsers',
  apply: 'build',
  transform: {
    filter: { id: /[\\/](?:@lit[\\/]reactive-element|lit-html|lit-element)[\\/][\w-]+\.js$/ },
    handler(code, id) {
      const here = old.filter(([file]) => id.replaceAll('\\', '/').endsWith(`/${file}`));
      let left = code;
      for (const [file, was, is] of here) {
        if (!was.test(left)) this.error(`${file} is written in another way now: ${was.source}`);
        left = left.replace(was, is);
      }
      return here.length ? { code: left, map: null } : null;
    },
  },
});
