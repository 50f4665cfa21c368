import { isBuiltin } from 'node:module';
import { build } from 'esbuild';

/** What a createRequire asks for, which the bundler does not follow. */
const REQUIRED = /\b_*require\d*(?:\.resolve)?\(\s*["'`]([@\w.$\/{}:-]+)["'`]/g;

/** The modules that a bundled file of the shell names, without those of Node and Electron. */
export async function modulesOf(text) {
  const names = new Set([...text.matchAll(REQUIRED)].map(([, name]) => name));
  await build({
    stdin: { contents: text, loader: 'js' },
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    logLevel: 'silent',
    plugins: [
      { name: 'names', setup: ({ onResolve }) => onResolve({ filter: /.*/ }, ({ path }) => noted(names, path)) },
    ],
  });
  return [...names].filter((name) => name !== 'electron' && !isBuiltin(name));
}

function noted(names, path) {
  names.add(path);
  return { path, external: true };
}
