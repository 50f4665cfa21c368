import './no-eval.ts';
import type { ReportChoices } from '#assessments/reporting/report-input.ts';
import type { Diagnosis, Dossier } from '#assessments/schema/dossier.ts';
import { hashedInput } from '#assessments/schema/hashed-input.ts';
import type { Language } from '#assessments/schema/localized-text.ts';
import type { OfficeFiles } from '#electron/contract/desktop-api.ts';
import { resultOf } from '#assessments/scoring/result-of.ts';
import { painterOf, type PaintedDocument } from '../documents/composer/documents.ts';
import type { DocumentFormat } from '../documents/composer/formats.ts';
import { officeOf, type OfficeProblem } from '../documents/composer/office.ts';
import { withPlan } from '../documents/composer/planned.ts';
import { scoreRound } from '../documents/composer/scored.ts';
import { sha256 } from '../platform/sha256.ts';
import { solverFrom } from './solver-from.ts';
import type { PdfFonts } from '../documents/pdf/render-pdf.ts';
import type { HarfbuzzSubset } from '../documents/pdf/subset-font.ts';

export interface ReportOrder {
  readonly dossier: Dossier;
  readonly diagnosis: Diagnosis;
  readonly language: Language;
  readonly asOf: string;
  readonly choices: ReportChoices;
  readonly format: DocumentFormat;
  readonly office: OfficeFiles;
  /** Where fonts, subsetter and solver lie. */
  readonly data: string;
}

export type ReportNews =
  | { readonly kind: 'stage'; readonly stage: 'fonts' | 'scores' | 'pages' }
  | {
      readonly kind: 'done';
      readonly documents: readonly PaintedDocument[];
      readonly problems: readonly OfficeProblem[];
    }
  | { readonly kind: 'failed'; readonly reason: string };

const tell = (news: ReportNews) => self.postMessage(news);
let fonts: Promise<PdfFonts> | undefined;

self.onmessage = ({ data }: MessageEvent<ReportOrder>) => {
  make(data).catch((error: unknown) => tell({ kind: 'failed', reason: String(error) }));
};

async function make({
  dossier,
  diagnosis,
  language,
  asOf,
  choices,
  format,
  office: files,
  data,
}: ReportOrder): Promise<void> {
  if (format === 'brief' || format === 'pdf') {
    tell({ kind: 'stage', stage: 'fonts' });
    await (fonts ??= loadFonts(data));
  }
  tell({ kind: 'stage', stage: 'scores' });
  const hash = await sha256(hashedInput(dossier, diagnosis));
  const mill = scoreRound(dossier, diagnosis, asOf);
  const planned = await withPlan(mill, resultOf(mill, { language, sha256: () => hash }), {
    request: {},
    language,
    solver: () => solverFrom(data),
    sha256,
  });
  tell({ kind: 'stage', stage: 'pages' });
  const office = officeOf(files);
  const paint = painterOf({ mill, planned, language, choices, office }, () => (fonts ??= loadFonts(data)));
  tell({ kind: 'done', documents: await paint(format), problems: office.problems });
}

async function loadFonts(data: string): Promise<PdfFonts> {
  const read = async (name: string) => new Uint8Array(await (await fetch(`${data}${name}`)).arrayBuffer());
  const [{ readFontFile }, { subsetterOf }, regular, bold, harfbuzz] = await Promise.all([
    import('../documents/pdf/font-file.ts'),
    import('../documents/pdf/subset-font.ts'),
    read('NotoSansSC-Regular.ttf'),
    read('NotoSansSC-Bold.ttf'),
    read('harfbuzz-subset.wasm'),
  ]);
  const { instance } = await WebAssembly.instantiate(harfbuzz);
  return {
    regular: readFontFile(regular),
    bold: readFontFile(bold),
    subset: subsetterOf(instance.exports as unknown as HarfbuzzSubset),
  };
}
