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

const DOCUMENTS = ['brief', 'report', 'annexes'];

/** Documents of the demo mill painted again and again in a warm process; the files stay beside the results. */
export async function measurePdf(say) {
  mkdirSync(RESULTS, { recursive: true });
  const documents = [];
  for (const document of DOCUMENTS) documents.push({ title: document, rows: await rowsOf(document, say) });
  documents.push({ title: 'all three', rows: together(documents.map(({ rows }) => rows)) });
  return {
    title: 'Documents of the demo mill as PDF, warm',
    rows: documents,
    lines: documents.flatMap(({ title, rows }) => [title, ...linesOf(rows)]),
  };
}

/** The documents of each painter one after the other; its text is as whole as that of its least whole document. */
function together(documents) {
  const [first] = documents;
  const sums = first.map(({ name }, i) => {
    const own = documents.map((rows) => rows[i]);
    const sum = (key) => own.reduce((total, row) => total + row[key], 0);
    return {
      name,
      ms: sum('ms'),
      runs: Math.min(...own.map(({ runs }) => runs)),
      bytes: sum('bytes'),
      pages: sum('pages'),
      share: Math.min(...own.map(({ share }) => share)),
      peakMB: Math.max(...own.map(({ peakMB }) => peakMB)),
      notCounted: own.find(({ notCounted }) => notCounted !== '')?.notCounted ?? '',
    };
  });
  const base = sums[CONTESTANTS.findIndex(([painter]) => painter === BASE)].ms;
  return sums.map((row) => ({ ...row, ratio: row.ms / base }));
}

async function rowsOf(document, say) {
  const fileOf = (painter) => join(RESULTS, `${document}-${painter}.pdf`);
  const results = await contest(
    CONTESTANTS.map(([painter, name]) => ({
      name,
      module: MODULE,
      setup: { painter, file: fileOf(painter), document },
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
