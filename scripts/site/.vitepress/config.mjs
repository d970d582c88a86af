import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitepress';
import { groups, sidebar } from '../navigation.ts';
import { slug } from '../slug.ts';

const from = (path) => fileURLToPath(new URL(path, import.meta.url));

/** The reference of an export without its code and without what stands under its own headings. */
function briefly(source) {
  const ranks = /^# .*: types/m.test(source) ? '###' : '##';
  return source
    .replaceAll(/^```[^]*?^```$/gm, '')
    .split(/^(?=#{1,2} )/m)
    .map((part) => part.split(new RegExp(`^${ranks} `, 'm')))
    .map(([before, after]) => (before === '' && after !== undefined ? '' : before))
    .join('');
}

export default defineConfig({
  title: 'backtilt',
  description: 'Historical backtests of portfolio strategies over return series, in TypeScript',
  lang: 'en',
  srcDir: from('../../../out/site-pages'),
  outDir: from('../../../out/site'),
  cacheDir: from('../../../out/site-cache'),
  head: [['link', { rel: 'icon', type: 'image/svg+xml', href: '/icon.svg' }]],
  metaChunk: true,
  markdown: {
    anchor: { slugify: slug },
    toc: { slugify: slug },
    config: (md) => {
      // Two braces are text here, never a place for a value of the page.
      const { text } = md.renderer.rules;
      md.renderer.rules.text = (...args) => text(...args).replaceAll('{{', '&#123;&#123;');
      // Wide tables scroll inside their own box.
      md.renderer.rules.table_open = () => '<div class="wide" tabindex="0"><table>\n';
      md.renderer.rules.table_close = () => '</table></div>\n';
    },
  },
  themeConfig: {
    nav: groups.map(({ text, items }) =>
      items.length === 1 ? { text: items[0].text, link: items[0].link, activeMatch: '^/api/' } : { text, items },
    ),
    sidebar,
    outline: { level: [2, 3], label: 'On this page' },
    search: {
      provider: 'local',
      options: {
        // Of the reference, names and first words are enough; the whole would make the index too large to load.
        _render: (source, env, md) => md.render(env.relativePath.startsWith('api/') ? briefly(source) : source, env),
        miniSearch: { searchOptions: { boost: { title: 6, titles: 2, text: 1 } } },
      },
    },
    footer: { message: 'MIT licence. Nothing here is advice.' },
  },
  vite: {
    plugins: [
      {
        // Pages are written beforehand without the library and without charts: both work in the browser alone.
        name: 'browser-only',
        enforce: 'pre',
        resolveId: (source, _, { ssr }) => (ssr && /(?:try-it\.ts|draw-spec\.js)$/.test(source) ? '\0nothing' : null),
        load: (id) => (id === '\0nothing' ? 'export {};' : null),
      },
    ],
    logLevel: 'warn',
    build: { chunkSizeWarningLimit: 4000 },
    server: { fs: { allow: [from('../../..')] } },
  },
});
