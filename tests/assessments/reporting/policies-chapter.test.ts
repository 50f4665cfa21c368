import { documentNumber } from '#assessments/reporting/document-number.ts';
import { describe, expect, it } from 'vitest';
import type { PlannedMeasure } from '#assessments/planning/planned-measures.ts';
import { policiesAnnex } from '#assessments/reporting/annexes/policies.ts';
import type { Block } from '#assessments/reporting/report-document.ts';
import { millOf } from '#assessments/reporting/report-input.ts';
import type { Result } from '#assessments/schema/result.ts';
import { catalogue } from '#renderer/documents/composer/plan-references.ts';
import { demoJson, planned, REQUESTS } from '#tests/support/planned-mills.ts';
import { textsOf } from '#tests/support/report-texts.ts';

const RENEWAL = 'equipment-renewal-interest-2026';
const SME = 'sme-loan-interest-2026';
const WORDS = {
  'zh-CN': {
    amount: '每年贴息1.5个百分点，最长2年。',
    cap: '最长2年，一家最多150万元。',
    onlyOne: '只能选一项',
    changed: '新变化：',
  },
  en: { amount: '2 years at most.', cap: '150 (10k yuan) at most', onlyOne: 'only one of this and', changed: 'New: ' },
};

/** The chapter of a dyeing mill that buys what the renewal of equipment helps, on a day YYYY-MM-DD. */
function chapter(language: 'zh-CN' | 'en', asOf: string) {
  const { input, plan } = planned(demoJson('demo-dyeing'), language, REQUESTS['demo-dyeing']);
  const result: Result = { ...input.result, asOf: asOf };
  const policy = (id: string) => {
    const found = plan.policies.policies.find((one) => one.id === id);
    if (found === undefined) throw new Error(`no policy ${id}`);
    return found;
  };
  const [first] = plan.plan.planned;
  const helped = catalogue.measures.filter(({ id, service, provider }) => {
    const { measures, services, providers = [] } = policy(RENEWAL).helps;
    return measures.includes(id) || (service !== null && services.includes(service)) || providers.includes(provider);
  });
  if (first === undefined) throw new Error('an empty plan');
  const bought = helped
    .slice(0, 1)
    .map((measure): PlannedMeasure => ({ ...first, item: { id: measure.id }, measure, offer: null }));
  const blocks = policiesAnnex(
    millOf({ ...input, result, plan: { ...plan, plan: { ...plan.plan, planned: bought } } }),
  );
  return { blocks, rows: rowsOf(blocks), policy, bought, text: blocks.flatMap(textsOf).join('\n') };
}

function rowsOf(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block) =>
    block.kind === 'table' ? block.rows.map(({ cells }) => JSON.stringify(cells)) : [],
  );
}

describe.each(['zh-CN', 'en'] as const)('the policies of a mill that buys equipment in %s', (language) => {
  const words = WORDS[language];

  it('are a line each: what it gives, until when, what decides and what changed', () => {
    const { rows, policy, bought } = chapter(language, '2026-12-31');
    const { title, gives, conditions, changed } = policy(RENEWAL);
    const own = rows.filter(
      (row) => row.includes(title[language]) && row.includes(documentNumber('财金〔2026〕2号', language)),
    );
    expect(own).toHaveLength(1);
    for (const part of [
      words.amount,
      gives[language],
      '"2026-12-31"',
      conditions?.[0]?.text[language],
      `${words.changed}${changed?.[language] ?? '?'}`,
      bought[0]?.item.id,
    ])
      expect(own[0]).toContain(part);
    expect(own[0]).not.toContain(conditions?.[1]?.text[language]);
    expect(rows[1]).toContain(words.cap);
  });

  it('say side by side that two of them cannot be taken together, and nothing of what is not listed', () => {
    const { rows, policy, text } = chapter(language, '2026-12-31');
    for (const row of rows.slice(0, 2)) {
      expect(row).toContain(words.onlyOne);
      for (const id of [RENEWAL, SME]) expect(row).toContain(policy(id).title[language]);
    }
    expect(policy(RENEWAL).excludes).toContain('tech-loan-2025');
    expect(text).not.toContain(policy('tech-loan-2025').title[language]);
  });

  it('are gone the day after their last', () => {
    const { text, policy } = chapter(language, '2027-01-01');
    for (const id of [RENEWAL, SME]) expect(text).not.toContain(policy(id).title[language]);
    expect(text).not.toContain(words.onlyOne);
    expect(text).toContain(policy('investment-guarantee-2026').title[language]);
  });
});
