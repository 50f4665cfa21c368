import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { BENCH, PROJECT, productRequire } from './places.mjs';

/** Below the product's node_modules, so that its code finds its own libraries. */
const BUILD = join(PROJECT, 'node_modules', '.cache', 'bench', 'product.mjs');

/** Compiles the product as its command line does; once, before any contestant starts. */
export async function compileProduct() {
  await productRequire('esbuild').build({
    absWorkingDir: PROJECT,
    entryPoints: [join(BENCH, 'support', 'product-parts.mjs')],
    outfile: BUILD,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20.19',
    external: ['jspdf', 'linebreak', '@expo-google-fonts/*'],
    logLevel: 'warning',
  });
}

export const loadProduct = () => import(pathToFileURL(BUILD).href);
