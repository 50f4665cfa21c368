import { describe, expect, it } from 'vitest';
import { deckOf } from '#assessments/reporting/deck/deck-of.ts';
import { levelText, scoreText } from '#assessments/reporting/level-text.ts';
import { wan } from '#assessments/reporting/plan-text.ts';
import { millOf } from '#assessments/reporting/report-input.ts';
import { nodeFonts } from '#electron/cli/node-fonts.ts';
import { renderDocx } from '#renderer/documents/docx/render-docx.ts';
import { renderPdf } from '#renderer/documents/pdf/render-pdf.ts';
import { renderPptx } from '#renderer/documents/pptx/render-pptx.ts';
import { renderXlsx } from '#renderer/documents/xlsx/render-xlsx.ts';
import { converted, sheetsOf } from '#tests/support/office.ts';
import { readPdf, withoutSpace } from '#tests/support/pdf.ts';
import { demoJson, planned } from '#tests/support/planned-mills.ts';
import { toolMissing } from '#tests/support/tools.ts';

const missing = toolMissing('soffice', 'pdftotext');
const fonts = await nodeFonts();

describe('the money, levels and counts of a plan', () => {
  it.skipIf(missing !== null)(
    'are the same in PDF, Word, workbook and slides, as poppler and LibreOffice read and sum them',
    async () => {
      const { report, workbook, documents, plan: shown, input } = planned(demoJson('demo-dyeing'), 'zh-CN');
      const mill = millOf(input);
      const { plan } = shown;
      const [docx] = converted([renderDocx(report)], 'docx', 'pdf');
      const [pptx] = converted([await renderPptx(deckOf(mill))], 'pptx', 'pdf');
      const read = (bytes: Uint8Array | undefined) => readPdf(bytes ?? new Uint8Array()).packed;
      const brief = read(renderPdf(documents.brief, fonts).bytes);
      const prints = [brief, read(renderPdf(report, fonts).bytes), read(docx), read(pptx)];
      const sheets = sheetsOf(renderXlsx(workbook));
      const totals = sheets.flatMap(({ formulas, cells }) => Object.keys(formulas).map((at) => cells[at]));

      const money = [plan.cost.planned, plan.benefit?.planned ?? 0];
      expect(money.every((figure) => figure > 0)).toBe(true);
      for (const figure of money) {
        expect(totals).toContain(Number(wan(figure).replaceAll(',', '')));
        for (const print of prints) expect(print).toContain(wan(figure));
      }
      for (const print of prints) expect(print).toContain(`${wan(plan.benefit?.cautious ?? 0)}`);

      const cells = sheets.flatMap((sheet) => Object.values(sheet.cells)).map((cell) => withoutSpace(String(cell)));
      for (const topic of mill.topics) {
        const level = withoutSpace(levelText(topic, topic.result.level, mill));
        expect(cells.some((cell) => cell.startsWith(level))).toBe(true);
        for (const print of prints.slice(1, 3)) expect(print).toContain(level);
        for (const print of prints) expect(print).toContain(scoreText(topic));
      }

      const ids = plan.planned.map(({ item }) => item.id);
      for (const print of prints.slice(1, 3)) for (const id of ids) expect(print).toContain(id);
      for (const id of ids) expect(cells).toContain(id);
      expect(prints[3]).toContain(`${ids.length}项`);
    },
  );
});
