import { join } from 'node:path';
import { BENCH, PROJECT, productRequire } from '../support/places.mjs';

/** Bundles a script of the bench for the browser, minified, with the libraries of the product. */
export async function bundleForBrowser(name, outfile) {
  await productRequire('esbuild').build({
    absWorkingDir: PROJECT,
    entryPoints: [join(BENCH, 'window', name)],
    outfile,
    bundle: true,
    minify: true,
    platform: 'browser',
    format: 'esm',
    target: 'chrome140',
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins: [fromProduct],
    logLevel: 'warning',
  });
}

/** The bench has packages of its own; two copies of React in one page would not work. */
const fromProduct = {
  name: 'from-product',
  setup(build) {
    build.onResolve({ filter: /^[a-z@]/ }, ({ path, kind, resolveDir }) =>
      resolveDir.startsWith(BENCH) ? build.resolve(path, { kind, resolveDir: PROJECT }) : undefined,
    );
  },
};
