import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

/** Prints where docs/method.md and the code differ; with --write the code's figures go into the page. */
const here = fileURLToPath(new URL('.', import.meta.url));
const folder = await mkdtemp(join(here, 'compiled-'));
try {
  const outfile = join(folder, 'worked-cases.mjs');
  await build({
    entryPoints: [join(here, 'worked-cases.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    define: { 'import.meta.dirname': JSON.stringify(here) },
    logLevel: 'silent',
  });
  const { agree, computed, record, workedCases } = await import(pathToFileURL(outfile).href);
  let differences = 0;
  for (const worked of workedCases()) {
    const figures = computed(worked);
    for (const [place, figure] of Object.entries(worked.expected)) {
      if (agree(figure, figures[place])) continue;
      differences += 1;
      console.log(`${worked.name}\n  ${place}\n  - ${JSON.stringify(figure)}\n  + ${JSON.stringify(figures[place])}`);
    }
  }
  console.log(`${differences} differences`);
  if (process.argv.includes('--write') && differences > 0) {
    record();
    console.log('docs/method.md rewritten: work the changed case by hand again before committing it');
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}
