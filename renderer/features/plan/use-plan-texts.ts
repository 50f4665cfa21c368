import type { Benefit, Payback } from '#assessments/planning/benefit.ts';
import type { PlannedMeasure } from '#assessments/planning/planned-measures.ts';
import { wan } from '#assessments/reporting/plan-text.ts';
import { grouped } from '#assessments/reporting/shown-figure.ts';
import type { Measure, Range } from '#assessments/schema/measure.ts';
import { rounded } from '#assessments/scoring/shown-number.ts';
import { catalogue } from '../../documents/composer/plan-references.ts';
import { useWords } from '../../i18n/use-words.ts';

/** How measures are called, and how their money and its payback read: planned with low and high, cautious beside it. */
export function usePlanTexts() {
  const { say, pick } = useWords();
  const years = (value: number | null) => (value === null ? say('payback-endless') : grouped(rounded(value)));
  const nameOfId = (id: string) => pick(catalogue.byId.get(id)?.name) || id;
  return {
    wan: (amount: number) => say('wan', { amount: wan(amount) }),
    range: ({ low, planned, high }: Range) =>
      low === high
        ? say('wan', { amount: wan(planned) })
        : say('cost-range', { planned: wan(planned), low: wan(low), high: wan(high) }),
    yearly: (benefit: Benefit | null) =>
      benefit === null ? say('unpriced') : say('yearly', { amount: wan(benefit.planned) }),
    yearlyRange: (benefit: Benefit | null) =>
      benefit === null
        ? say('unpriced')
        : say('yearly-range', { planned: wan(benefit.planned), low: wan(benefit.low), high: wan(benefit.high) }),
    cautious: (benefit: Benefit | null) =>
      benefit === null ? '' : say('yearly-cautious', { amount: wan(benefit.cautious) }),
    payback: (payback: Payback | null) =>
      payback === null
        ? '—'
        : payback.planned === null
          ? say('payback-endless')
          : say('payback-range', {
              planned: years(payback.planned),
              low: years(payback.low),
              high: years(payback.high),
            }),
    paybackShort: (payback: Payback | null) =>
      payback === null
        ? '—'
        : payback.planned === null
          ? say('payback-endless')
          : say('payback-years', { years: years(payback.planned) }),
    paybackCautious: (payback: Payback | null) =>
      payback === null
        ? ''
        : payback.cautious === null
          ? say('payback-cautious-endless')
          : say('payback-cautious', { years: years(payback.cautious) }),
    name: ({ item, measure }: Pick<PlannedMeasure, 'item' | 'measure'>) =>
      measure === null ? (item.own?.name ?? item.id) : pick(measure.name),
    nameOfId,
    names: (ids: readonly string[]) => ids.map(nameOfId).join(say('list-separator')),
    /** What is done at a mill of these trades: the text for the first that has one, else the neutral one. */
    what: ({ what, whatFor }: Measure, sectors: readonly (keyof Measure['whatFor'])[]) =>
      pick(sectors.flatMap((sector) => whatFor[sector] ?? [])[0] ?? what),
  };
}
