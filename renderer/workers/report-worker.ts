import './no-eval.ts';
import { shippedGuidance } from '#assessments/packs/guidance.ts';
import { shippedPacks } from '#assessments/packs/registry.ts';
import { reportOf } from '#assessments/reporting/report-of.ts';
import { millOf, type ReportChoices, type ReportInput } from '#assessments/reporting/report-input.ts';
import type { Diagnosis, Dossier } from '#assessments/schema/dossier.ts';
import { hashedInput } from '#assessments/schema/hashed-input.ts';
import { storedPlan } from '#assessments/schema/plan.ts';
import type { Result } from '#assessments/schema/result.ts';
import type { Language } from '#assessments/schema/localized-text.ts';
import { resultOf } from '#assessments/scoring/result-of.ts';
import { sha256 } from '../platform/sha256.ts';
import type { PdfFonts } from '../documents/pdf/render-pdf.ts';
import type { Unprintable } from '../documents/pdf/safe-text.ts';
import type { HarfbuzzSubset } from '../documents/pdf/subset-font.ts';
import type { ReportFormat } from './report-format.ts';

export interface ReportOrder {
  readonly dossier: Dossier;
  readonly diagnosis: Diagnosis;
  readonly language: Language;
  readonly asOf: string;
  readonly counties: readonly string[];
  readonly choices: ReportChoices;
  readonly format: ReportFormat;
  /** Where fonts and subsetter lie. */
  readonly data: string;
}

export type ReportNews =
  | { readonly kind: 'stage'; readonly stage: 'fonts' | 'scores' | 'pages' }
  | {
      readonly kind: 'done';
      readonly bytes: Uint8Array<ArrayBuffer>;
      readonly format: ReportFormat;
      /** Null where the reader of the file makes the pages. */
      readonly pages: number | null;
      readonly unprintable: readonly Unprintable[];
    }
  | { readonly kind: 'failed'; readonly reason: string };

const tell = (news: ReportNews) => self.postMessage(news);
let fonts: Promise<PdfFonts> | undefined;

self.onmessage = ({ data }: MessageEvent<ReportOrder>) => {
  make(data).catch((error: unknown) => tell({ kind: 'failed', reason: String(error) }));
};

async function make(order: ReportOrder): Promise<void> {
  const { dossier, diagnosis, language, asOf, counties, choices, format, data } = order;
  if (format === 'pdf') {
    tell({ kind: 'stage', stage: 'fonts' });
    await (fonts ??= loadFonts(data));
  }
  tell({ kind: 'stage', stage: 'scores' });
  const hash = await sha256(hashedInput(dossier, diagnosis));
  const result = resultOf(dossier, diagnosis, { packs: shippedPacks, counties, asOf, language, sha256: () => hash });
  const planned = await withKeptPlan(dossier, diagnosis, result);
  const input = { dossier, diagnosis, ...planned, packs: shippedPacks, guidance: shippedGuidance, language, choices };
  tell({ kind: 'stage', stage: 'pages' });
  const { bytes, pages = null, unprintable = [] } = await painted(input, format, data);
  tell({ kind: 'done', format, bytes: new Uint8Array(bytes), pages, unprintable });
}

/** The result with the plan that the dossier keeps; without one where it keeps none. */
async function withKeptPlan(
  dossier: Dossier,
  diagnosis: Diagnosis,
  result: Result,
): Promise<Pick<ReportInput, 'result' | 'plan'>> {
  const stored = storedPlan(dossier.plan);
  if (stored === null || stored.items.length === 0) return { result, plan: null };
  const [{ planSources, planSourcesOn }, { planAsKept }, { resultPlan }] = await Promise.all([
    import('../features/plan/plan-sources.ts'),
    import('#assessments/planning/plan-of.ts'),
    import('#assessments/planning/result-plan.ts'),
  ]);
  const plan = planAsKept({ dossier, diagnosis }, result, stored, planSourcesOn(result.asOf));
  const { catalogue, policies } = planSources;
  return { result: { ...result, plan: resultPlan(plan, diagnosis.packs) }, plan: { plan, catalogue, policies } };
}

interface Painted {
  readonly bytes: Uint8Array;
  readonly pages?: number;
  readonly unprintable?: readonly Unprintable[];
}

/** Each painter is loaded when its format is first asked for. */
async function painted(input: ReportInput, format: ReportFormat, data: string): Promise<Painted> {
  switch (format) {
    case 'pdf': {
      const { renderPdf } = await import('../documents/pdf/render-pdf.ts');
      return renderPdf(reportOf(input), await (fonts ??= loadFonts(data)));
    }
    case 'docx': {
      const { renderDocx } = await import('../documents/docx/render-docx.ts');
      return { bytes: renderDocx(reportOf(input)) };
    }
    case 'xlsx': {
      const [{ workbookOf }, { renderXlsx }] = await Promise.all([
        import('#assessments/reporting/workbook-of.ts'),
        import('../documents/xlsx/render-xlsx.ts'),
      ]);
      return { bytes: renderXlsx(workbookOf(millOf(input))) };
    }
  }
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
