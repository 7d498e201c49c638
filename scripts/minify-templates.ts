/** Takes comments and needless white space out of the `css` and `html` literals of the script-tag files. */
import type { Plugin } from 'vite';

const squeezeCss = (text: string): string =>
  text
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,>]) ?/g, '$1')
    .replace(/: /g, ':')
    .replace(/;}/g, '}')
    .replace(/([ :,(/])0\./g, '$1.');

const block = 'div|p|h2|h3|table|caption|thead|tbody|tr|th|td|dl|dt|dd|section|svg|path|circle|rect|slot|details|summary';
const beforeBlock = new RegExp(`\\s*\\n\\s*(?=</?(?:${block})\\b)`, 'g');
const afterBlock = new RegExp(`(</(?:${block})>)\\s*\\n\\s*`, 'g');

/** A line break is a space, as in a page, but for those around blocks, where a space shows nowhere. */
const squeezeHtml = (text: string): string =>
  text
    .replace(beforeBlock, '')
    .replace(afterBlock, '$1')
    .replace(/\s*\n\s*(\/?>)/g, '$1')
    .replace(/\s*\n\s*/g, ' ');

interface Literal {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

interface Node {
  readonly type?: string;
  readonly tag?: { readonly name?: string };
  readonly quasi?: {
    readonly quasis: readonly { readonly start: number; readonly end: number; readonly value: { readonly raw: string } }[];
  };
  readonly [key: string]: unknown;
}

const literals = (node: unknown, found: Literal[] = []): Literal[] => {
  if (Array.isArray(node)) for (const child of node) literals(child, found);
  else if (typeof node === 'object' && node !== null) {
    const { type, tag, quasi } = node as Node;
    const squeeze = type === 'TaggedTemplateExpression' && { css: squeezeCss, html: squeezeHtml, svg: squeezeHtml }[tag?.name ?? ''];
    if (squeeze) for (const { start, end, value } of quasi?.quasis ?? []) found.push({ start, end, text: squeeze(value.raw) });
    for (const child of Object.values(node)) literals(child, found);
  }
  return found;
};

export const minifyTemplates = (): Plugin => ({
  name: 'minify-templates',
  transform: {
    filter: { id: /\/src\/.*\.ts$/ },
    handler(code) {
      let squeezed = code;
      for (const { start, end, text } of literals(this.parse(code)).sort((a, b) => b.start - a.start))
        squeezed = squeezed.slice(0, start) + text + squeezed.slice(end);
      return { code: squeezed, map: null };
    },
  },
});
