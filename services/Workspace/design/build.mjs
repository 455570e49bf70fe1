// Builds wwwroot/lib from the packages: the blocks of blocks.txt, the tokens they need, the icons of icons.txt as one sprite, one font.
import { readFileSync, writeFileSync, readdirSync, copyFileSync, mkdirSync } from 'node:fs';
import { transformSync } from 'esbuild';

const modules = new URL('./node_modules/', import.meta.url);
const wwwroot = new URL('../wwwroot/', import.meta.url);
const read = (path) => readFileSync(path, 'utf8');
const lines = (name) => read(new URL(name, import.meta.url)).split('\n').map((line) => line.trim()).filter(Boolean);
const minify = (css) => transformSync(css, { loader: 'css', minify: true, legalComments: 'none' }).code;
const write = (name, text) => {
  const target = new URL(`lib/${name}`, wwwroot);
  mkdirSync(new URL('.', target), { recursive: true });
  writeFileSync(target, text);
};

const eupl = '/* SPDX-License-Identifier: EUPL-1.2. Built by design/build.mjs from';
const blocks = lines('blocks.txt').map((block) => read(new URL(`@utrecht/${block}-css/dist/index.css`, modules))).join('\n');
write('nl-design-system/components.css', `${eupl} @utrecht/component-library-css 9.0.4 */\n${minify(blocks)}`);

// A token is kept when a block, our own styles or a kept token names it.
const theme = read(new URL('@nl-design-system-unstable/voorbeeld-design-tokens/dist/theme.css', modules));
const tokens = new Map([...theme.matchAll(/^\s*(--[\w-]+):\s*(.*?);/gm)].map(([, name, value]) => [name, value]));
const own = readdirSync(new URL('css/', wwwroot)).map((file) => read(new URL(`css/${file}`, wwwroot))).join('\n');
const kept = new Set();
const keep = (css) => {
  for (const [, name] of css.matchAll(/var\(\s*(--[\w-]+)/g)) {
    if (tokens.has(name) && !kept.has(name)) {
      kept.add(name);
      keep(tokens.get(name));
    }
  }
};
keep(blocks + own);
const body = [...tokens].filter(([name]) => kept.has(name)).map(([name, value]) => `${name}: ${value};`).join('\n');
write('nl-design-system/theme.css', `${eupl} @nl-design-system-unstable/voorbeeld-design-tokens 7.4.1 */\n${minify(`.voorbeeld-theme {${body}}`)}`);

const symbols = lines('icons.txt').map((name) => {
  const svg = read(new URL(`@tabler/icons/icons/outline/${name}.svg`, modules));
  const shapes = svg.replace(/<!--[\s\S]*?-->/g, '').replace(/^[\s\S]*?<svg[\s\S]*?>/, '').replace('</svg>', '')
    .replace(/<path stroke="none" d="M0 0h24v24H0z" fill="none" \/>/, '').replace(/\s+/g, ' ').trim();
  return `<symbol id="${name}" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round">${shapes}</symbol>`;
});
write('icons.svg', `<!-- Tabler Icons 3.51.0, MIT, Paweł Kuna -->\n<svg xmlns="http://www.w3.org/2000/svg">\n${symbols.join('\n')}\n</svg>\n`);

for (const subset of ['latin', 'latin-ext']) {
  const file = `source-sans-3-${subset}-wght-normal.woff2`;
  mkdirSync(new URL('lib/fonts/', wwwroot), { recursive: true });
  copyFileSync(new URL(`@fontsource-variable/source-sans-3/files/${file}`, modules), new URL(`lib/fonts/${file}`, wwwroot));
}
