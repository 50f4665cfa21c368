import { describe, expect, it } from 'vitest';
import { isInForce } from '#assessments/planning/open-policies.ts';
import { PolicyBook, type Policy } from '#assessments/schema/policy.ts';
import policies from '#seeds/policies/policies.json' with { type: 'json' };

const AS_OF = '2026-11-23';
const book = PolicyBook.parse(policies);
const isOver = ({ validUntil }: Pick<Policy, 'validUntil'>) => validUntil !== null && validUntil < AS_OF;
/** An instrument of the year, whether listed or not. */
const isOf2026 = ({ id, issuedOn, validFrom }: Policy) =>
  id.endsWith('-2026') || [issuedOn, validFrom].some((day) => day?.startsWith('2026') ?? false);

describe('the money of the book of policies', () => {
  it('gives an amount only with a figure, and only two of those are in force', () => {
    const withAmount = book.policies.filter((policy) => policy.amount !== null);
    const empty = withAmount.filter(({ amount }) => Object.values(amount ?? {}).every((figure) => figure === null));
    expect(empty.map((policy) => policy.id)).toEqual([]);
    const good = withAmount.filter((policy) => isInForce(policy, AS_OF)).map((policy) => policy.id);
    const listed = book.policies.filter((policy) => isInForce(policy, AS_OF)).length;
    const over = book.policies.filter(isOver).length;
    const waiting = book.policies.filter((policy) => policy.confirmNotice).length;
    process.stdout.write(
      `${book.policies.length} instruments as of ${AS_OF}: ${withAmount.length} with an amount, ${good.length} of them in force; ${listed} in force; ${waiting} wait for this year's notice; ${over} are over\n`,
    );
    expect(good).toEqual(['equipment-renewal-interest-2026', 'sme-loan-interest-2026']);
  });

  it('gives no more interest aid than the loans of one firm come to', () => {
    const amount = book.policies.find(({ id }) => id === 'sme-loan-interest-2026')?.amount;
    const mostLoanWan = 5000;
    expect(amount?.capWan).toBeCloseTo((mostLoanWan * (amount?.points ?? 0) * (amount?.years ?? 0)) / 100, 9);
  });

  it('excludes both ways, and only what exists', () => {
    const excludedBy = new Map(book.policies.map(({ id, excludes = [] }) => [id, excludes]));
    const oneWay = book.policies.flatMap(({ id, excludes = [] }) =>
      excludes.filter((other) => other === id || !excludedBy.get(other)?.includes(id)).map((other) => `${id} ${other}`),
    );
    expect(oneWay).toEqual([]);
    expect([...excludedBy.values()].filter((excludes) => excludes.length > 0)).toHaveLength(3);
  });

  it('has of 2026 a number, or says in its source that none was seen', () => {
    const ofTheYear = book.policies.filter(isOf2026);
    const silent = ofTheYear.filter(
      ({ documentNo, source }) => documentNo === null && !/未见/.test(book.sources[source]?.title['zh-CN'] ?? ''),
    );
    expect(silent.map(({ id }) => id)).toEqual([]);
    expect(ofTheYear.length).toBeGreaterThan(12);
  });

  it('says of the money of 2026 that can be had what must hold and what changed', () => {
    const money = book.policies.filter(
      (policy) => ['funding', 'finance'].includes(policy.kind) && isOf2026(policy) && isInForce(policy, AS_OF),
    );
    const mute = money.filter(({ conditions: own, changed }) => own === undefined || changed === undefined);
    expect(mute.map(({ id }) => id)).toEqual([]);
    expect(money).toHaveLength(4);
  });

  it('helps with interest on a loan whatever is bought from a maker of equipment', () => {
    for (const id of ['equipment-renewal-interest-2026', 'sme-loan-interest-2026', 'investment-guarantee-2026'])
      expect(book.policies.find((policy) => policy.id === id)?.helps.providers, id).toEqual(['equipment']);
  });
});
