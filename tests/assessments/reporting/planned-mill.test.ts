import { describe, expect, it } from 'vitest';
import { plannedMillOf } from '#assessments/reporting/planned-mill.ts';
import { demoMill } from '#tests/support/figured-mills.ts';

describe('the mill after its plan', () => {
  it.each(['demo-dyeing', 'demo-spinning'] as const)(
    'has the facts, readings and scores that are expected of %s',
    (id) => {
      const mill = demoMill(id, 'zh-CN');
      const planned = plannedMillOf(mill);
      const { expected } = planned?.plan ?? {};
      expect(planned?.after.facts).toBe(expected?.facts);
      expect(planned?.after.readings).toBe(expected?.readings);
      expect(planned?.after.scores).toBe(expected?.scores);
      expect(planned?.after.facts.now['energy.electricity']).toBeLessThan(mill.facts.now['energy.electricity'] ?? 0);
    },
  );
});
