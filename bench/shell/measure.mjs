import { measureBackup } from './backup.mjs';
import { measureMirrorMemory } from './memory.mjs';
import { measurePackages } from './package.mjs';
import { measureStart } from './start.mjs';

/** The program around the window: its start, its copies outside the database, its packages, and what it holds. */
export async function measureShell(say) {
  const parts = [];
  for (const measure of [measureStart, measureBackup, measurePackages, measureMirrorMemory])
    parts.push(await measure(say));
  const lines = parts.flatMap((part, i) => (i === 0 ? part.lines : ['', ...part.lines]));
  return { title: 'The shell', rows: parts.map(({ lines: _, ...part }) => part), lines };
}
