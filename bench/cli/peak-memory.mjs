import { writeFileSync } from 'node:fs';

/** Loaded into a measured process, so that it notes its own peak when it ends. */
process.on('exit', () => writeFileSync(process.env.PEAK_MEMORY_NOTE, String(process.resourceUsage().maxRSS)));
