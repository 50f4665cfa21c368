import { expect, it } from 'vitest';
import { YearFacts } from '#assessments/schema/facts.ts';
import { listBefore } from '#renderer/features/enterprise/register/list-before.ts';

it('a register begins with that of the latest year before that has one', () => {
  const facts = {
    '2022': YearFacts.parse({ machines: [{ kind: 'stenter', count: 5 }] }),
    '2023': YearFacts.parse({ machines: [{ kind: 'stenter', count: 6 }] }),
    '2024': YearFacts.parse({ machines: [], systems: [{ kind: 'erp' }] }),
    '2026': YearFacts.parse({ machines: [{ kind: 'stenter', count: 9 }] }),
  };
  expect(listBefore(facts, 2025, 'machines')).toEqual({ year: 2023, lines: [{ kind: 'stenter', count: 6 }] });
  expect(listBefore(facts, 2025, 'systems')?.year).toBe(2024);
  expect(listBefore(facts, 2022, 'machines')).toBeNull();
});
