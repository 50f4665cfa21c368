import { describe, expect, it } from 'vitest';
import type { EnterpriseSummary } from '#renderer/storage/database.ts';
import { isOutdated, withoutOutdated } from '#renderer/storage/scored-with.ts';
import { summaryOf } from '#renderer/storage/summary.ts';
import { demoMills } from '#tests/support/demo-mills.ts';
import { AS_OF } from '#tests/support/dossiers.ts';
import { enterpriseRow } from '#tests/support/enterprise-rows.ts';

const [mill = expect.fail('no demo mill')] = demoMills();
const summary = summaryOf(mill.dossier, AS_OF) ?? expect.fail('no summary');
const { scoredWith = expect.fail('not said what it was scored with'), ...before } = summary;
const row = (of: EnterpriseSummary | null) => ({ ...enterpriseRow({}, { id: mill.dossier.id }), summary: of });

describe('a row of the list', () => {
  it('is up to date as it is written', () => {
    expect(isOutdated(row(summary))).toBe(false);
    expect(withoutOutdated(row(summary)).summary).toBe(summary);
    expect(isOutdated(row(null))).toBe(false);
  });

  it.each([
    ['another method', { ...summary, scoredWith: { ...scoredWith, method: '1.0' } }],
    [
      'another version of a pack',
      { ...summary, scoredWith: { ...scoredWith, versions: { ...scoredWith.versions, 'sme-digital-level': '0.9.0' } } },
    ],
    ['nobody knows what', before],
  ])('shows no score of %s', (_, outdated) => {
    expect(isOutdated(row(outdated))).toBe(true);
    expect(withoutOutdated(row(outdated)).summary).toBeNull();
  });
});
