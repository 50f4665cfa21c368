import { describe, expect, it } from 'vitest';
import { library } from '#assessments/packs/registry.ts';
import { YearFacts } from '#assessments/schema/facts.ts';
import { knownIds } from '#renderer/documents/composer/known-ids.ts';
import { registerSays } from '#renderer/features/questionnaire/register-says.ts';

const questionOf = (id: string) => {
  const question = library.newest.questions.get(id);
  if (question === undefined) throw new Error(`there is no question ${id}`);
  return question;
};
const facts = YearFacts.parse({
  machines: [{ kind: 'stenter', count: 6, digital: 5, onCloud: 2 }],
  'machines.complete': ['all'],
});

describe('the register', () => {
  it('says both numbers to a question about them, whatever was typed in the figures', () => {
    const says = registerSays(questionOf('IM-EQP-01'), { ...facts, 'equipment.digital': 4 }, knownIds.machines);
    expect(says).toEqual({
      numerator: { fact: 'equipment.digital', figure: 5 },
      denominator: { fact: 'equipment.production', figure: 6 },
    });
  });

  it('says none that a line does not say, and nothing before it is complete', () => {
    const networked = questionOf('IM-EQP-02');
    expect(registerSays(networked, facts, knownIds.machines)?.numerator.figure).toBeNull();
    const { 'machines.complete': _complete, ...begun } = facts;
    expect(registerSays(networked, begun, knownIds.machines)?.denominator.figure).toBeNull();
  });

  it('has nothing to say to other questions, be they answered from facts or not', () => {
    expect(registerSays(questionOf('IM-EQP-03'), facts, knownIds.machines)).toBeNull();
    expect(registerSays(questionOf('IM-ORG-01'), facts, knownIds.machines)).toBeNull();
  });
});
