import './no-eval.ts';
import { shippedGuidance } from '#assessments/packs/guidance.ts';
import { shippedPacks } from '#assessments/packs/registry.ts';
import { reportOf } from '#assessments/reporting/report-of.ts';
import type { ReportChoices } from '#assessments/reporting/report-input.ts';
import type { Diagnosis, Dossier } from '#assessments/schema/dossier.ts';
import { hashedInput } from '#assessments/schema/hashed-input.ts';
import type { Language } from '#assessments/schema/localized-text.ts';
import { resultOf } from '#assessments/scoring/result-of.ts';
import { sha256 } from '../platform/sha256.ts';
import { readFontFile } from '../documents/pdf/font-file.ts';
import { renderPdf, type PdfFonts } from '../documents/pdf/render-pdf.ts';
import type { Unprintable } from '../documents/pdf/safe-text.ts';
import { subsetterOf, type HarfbuzzSubset } from '../documents/pdf/subset-font.ts';

export interface ReportOrder {
  readonly dossier: Dossier;
  readonly diagnosis: Diagnosis;
  readonly language: Language;
  readonly asOf: string;
  readonly counties: readonly string[];
  readonly choices: ReportChoices;
  /** Where fonts and subsetter lie. */
  readonly data: string;
}

export type ReportNews =
  | { readonly kind: 'stage'; readonly stage: 'fonts' | 'scores' | 'pages' }
  | {
      readonly kind: 'done';
      readonly bytes: Uint8Array<ArrayBuffer>;
      readonly pages: number;
      readonly unprintable: readonly Unprintable[];
    }
  | { readonly kind: 'failed'; readonly reason: string };

const tell = (news: ReportNews) => self.postMessage(news);
let fonts: Promise<PdfFonts> | undefined;

self.onmessage = ({ data }: MessageEvent<ReportOrder>) => {
  make(data).catch((error: unknown) => tell({ kind: 'failed', reason: String(error) }));
};

async function make({ dossier, diagnosis, language, asOf, counties, choices, data }: ReportOrder): Promise<void> {
  tell({ kind: 'stage', stage: 'fonts' });
  fonts ??= loadFonts(data);
  const loaded = await fonts;
  tell({ kind: 'stage', stage: 'scores' });
  const hash = await sha256(hashedInput(dossier, diagnosis));
  const result = resultOf(dossier, diagnosis, { packs: shippedPacks, counties, asOf, language, sha256: () => hash });
  const report = reportOf({
    dossier,
    diagnosis,
    result,
    packs: shippedPacks,
    guidance: shippedGuidance,
    language,
    choices,
  });
  tell({ kind: 'stage', stage: 'pages' });
  const { bytes, pages, unprintable } = renderPdf(report, loaded);
  tell({ kind: 'done', bytes: new Uint8Array(bytes), pages, unprintable });
}

async function loadFonts(data: string): Promise<PdfFonts> {
  const read = async (name: string) => new Uint8Array(await (await fetch(`${data}${name}`)).arrayBuffer());
  const [regular, bold, harfbuzz] = await Promise.all([
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
