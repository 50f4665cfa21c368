import { gatesAnnex } from './annexes/gates.ts';
import { norms } from './annexes/norms.ts';
import { policiesAnnex } from './annexes/policies.ts';
import { readiness } from './annexes/readiness.ts';
import { sheetsAnnex } from './annexes/sheets.ts';
import type { Mill } from './report-input.ts';
import { reportMeta, runningText } from './report-meta.ts';
import type { ReportWorkbook, WorkbookSheet } from './report-workbook.ts';
import { acceptanceSheet } from './sheets/acceptance.ts';
import { aimsSheet } from './sheets/aims.ts';
import { annexPage } from './sheets/annex-page.ts';
import { answersSheet } from './sheets/answers.ts';
import { coverSheet } from './sheets/cover.ts';
import { dockingSheet } from './sheets/docking.ts';
import { evidenceSheet } from './sheets/evidence.ts';
import { factsSheet } from './sheets/facts.ts';
import { gapsSheet } from './sheets/gaps.ts';
import { indicatorsSheet } from './sheets/indicators.ts';
import { levelsSheet } from './sheets/levels.ts';
import { listsSheet } from './sheets/lists.ts';
import { planEffectsSheet } from './sheets/plan-effects.ts';
import { planMoneySheet } from './sheets/plan-money.ts';
import { planSheet } from './sheets/plan.ts';
import { machinesSheet, systemsSheet } from './sheets/register.ts';
import { savingsSheet } from './sheets/savings.ts';
import { verifySheet } from './sheets/verify.ts';
import { whatIfSheet } from './sheets/what-if.ts';
import type { TextId } from './words.ts';

/** The sheets in their order, each with what it is for; null where a diagnosis has nothing for one. */
const SHEETS: readonly (readonly [purpose: TextId, sheet: (mill: Mill) => WorkbookSheet | null])[] = [
  ['purpose-plan', planSheet],
  ['purpose-plan-money', planMoneySheet],
  ['purpose-savings', savingsSheet],
  ['purpose-what-if', whatIfSheet],
  ['purpose-plan-effects', planEffectsSheet],
  ['purpose-plan-acceptance', acceptanceSheet],
  ['purpose-aims', aimsSheet],
  ['purpose-docking', dockingSheet],
  ['purpose-verify', verifySheet],
  ['purpose-levels', levelsSheet],
  ['purpose-indicators', indicatorsSheet],
  ['purpose-gaps', gapsSheet],
  ['purpose-answers', answersSheet],
  ['purpose-facts', factsSheet],
  ['purpose-machines', machinesSheet],
  ['purpose-systems', systemsSheet],
  ['purpose-gates', (mill) => annexPage(mill.words.say('sheet-knock-outs'), gatesAnnex(mill))],
  ['purpose-readiness', (mill) => annexPage(mill.words.say('sheet-readiness'), readiness(mill))],
  ['purpose-official', (mill) => annexPage(mill.words.say('sheet-official'), sheetsAnnex(mill))],
  ['purpose-norms', (mill) => annexPage(mill.words.say('sheet-norms'), norms(mill))],
  ['purpose-policies', (mill) => annexPage(mill.words.say('sheet-policies'), policiesAnnex(mill))],
  ['purpose-evidence', evidenceSheet],
  ['purpose-lists', listsSheet],
];

/** One diagnosis as tables: everything that was answered and measured, what it came to, and the plan to work with. */
export function workbookOf(mill: Mill): ReportWorkbook {
  const made = SHEETS.flatMap(([purpose, make]) => {
    const sheet = make(mill);
    return sheet === null ? [] : [{ purpose, sheet }];
  });
  return {
    language: mill.language,
    meta: reportMeta(mill),
    running: runningText(mill),
    sheets: [
      coverSheet(
        mill,
        made.map(({ purpose, sheet: { name } }) => ({ purpose, name })),
      ),
      ...made.map(({ sheet }) => sheet),
    ],
  };
}
