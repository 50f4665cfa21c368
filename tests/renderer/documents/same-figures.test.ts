import { describe, expect, it } from 'vitest';
import { wan } from '#assessments/reporting/plan-text.ts';
import { renderDocx } from '#renderer/documents/docx/render-docx.ts';
import { renderXlsx } from '#renderer/documents/xlsx/render-xlsx.ts';
import { converted, sheetsOf } from '#tests/support/office.ts';
import { readPdf } from '#tests/support/pdf.ts';
import { demoJson, reportedPlan } from '#tests/support/planned-mills.ts';
import { toolMissing } from '#tests/support/tools.ts';

const missing = toolMissing('soffice', 'pdftotext');

describe('the money of a plan', () => {
  it.skipIf(missing !== null)(
    'is the same figure in Word and in the workbook, as LibreOffice prints and sums them',
    () => {
      const { report, workbook } = reportedPlan(demoJson('demo-dyeing'), 'zh-CN');
      const [print] = converted([renderDocx(report)], 'docx', 'pdf');
      const { packed } = readPdf(print ?? new Uint8Array());
      const tiles = report.blocks.flatMap((block) => (block.kind === 'tiles' ? block.tiles : []));
      const totals = sheetsOf(renderXlsx(workbook)).flatMap(({ formulas, cells }) =>
        Object.keys(formulas).map((at) => cells[at]),
      );
      const shown = tiles.slice(0, 2).map(({ value }) => Number(/[\d.,]+/.exec(value)?.[0].replaceAll(',', '')));
      expect(shown).toHaveLength(2);
      for (const figure of shown) {
        expect(totals).toContain(figure);
        expect(packed).toContain(wan(figure));
      }
    },
  );
});
