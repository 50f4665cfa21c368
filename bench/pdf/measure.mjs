import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { contest } from '../support/contest.mjs';
import { effort } from '../support/effort.mjs';
import { RESULTS } from '../support/places.mjs';
import { rounded, tableLines } from '../support/table.mjs';
import { compare, readPdf } from './same-content.mjs';

const MODULE = new URL('contestant.mjs', import.meta.url).href;
const BASE = 'pdfkit-full';
const CONTESTANTS = [
  ['ours', 'ZhiZhen (jsPDF, subset fonts)'],
  ['ours-full', 'ZhiZhen, whole fonts embedded'],
  [BASE, 'pdfkit 0.20.2, whole fonts given'],
  ['pdfkit-subset', 'pdfkit 0.20.2, subset fonts given'],
  ['pdfmake', 'pdfmake 0.3.11'],
  ['react-pdf', '@react-pdf/renderer 4.9.0'],
  ['chromium', 'Chromium, printing HTML'],
];

const REPORTS = [
  { name: 'one-topic', title: 'one topic', topics: ['cloud-adoption'] },
  { name: 'four-topics', title: 'four topics', topics: undefined },
  { name: 'with-plan', title: 'four topics with the plan', topics: undefined, plan: true },
];

/** Demo reports painted again and again in a warm process; the files stay beside the results. */
export async function measurePdf(say) {
  mkdirSync(RESULTS, { recursive: true });
  const reports = [];
  for (const { title, ...report } of REPORTS) reports.push({ title, rows: await rowsOf(report, say) });
  return {
    title: 'Demo report as PDF, warm',
    rows: reports,
    lines: reports.flatMap(({ title, rows }) => [title, ...linesOf(rows)]),
  };
}

async function rowsOf({ name: report, ...setup }, say) {
  const fileOf = (painter) => join(RESULTS, `${report}-${painter}.pdf`);
  const results = await contest(
    CONTESTANTS.map(([painter, name]) => ({
      name,
      module: MODULE,
      setup: { painter, file: fileOf(painter), ...setup },
    })),
    { warmUps: effort(3, 0), rounds: effort(9, 1), slowMs: 4000, say },
  );
  const ours = readPdf(fileOf('ours'));
  const base = results[CONTESTANTS.findIndex(([painter]) => painter === BASE)].ms;
  return results.map((result, i) => {
    const read = readPdf(fileOf(CONTESTANTS[i][0]));
    return { ...result, ratio: result.ms / base, pages: read.pages, ...compare(ours, read) };
  });
}

function linesOf(rows) {
  return tableLines(
    ['painter', 'ms', 'x pdfkit', 'runs', 'kB', 'pages', '% text', 'peak MB', ''],
    rows.map(({ name, ms, ratio, runs, bytes, pages, share, peakMB, notCounted }) => [
      name,
      rounded(ms),
      notCounted === '' ? rounded(ratio, 2) : '-',
      runs,
      rounded(bytes / 1000),
      pages,
      rounded(100 * share, 1),
      rounded(peakMB),
      notCounted,
    ]),
  );
}
