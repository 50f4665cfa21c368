import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { REPORT_DATA } from '../report-data.mjs';

export type ReportData = keyof typeof REPORT_DATA;

const require = createRequire(import.meta.url);

/** Where a file that plans and reports are made with lies: beside the window in the packed program, which has no packages; else in the package. */
export function dataPath(name: ReportData): string {
  const packed = join(import.meta.dirname, '..', 'renderer', 'data', name);
  return existsSync(packed) ? packed : require.resolve(REPORT_DATA[name]);
}
