import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { firmnessOf } from '#assessments/planning/firmness.ts';
import { planBasis } from '#assessments/planning/plan-basis.ts';
import { planAsChosen, planOf } from '#assessments/planning/plan-of.ts';
import { AIMS, type Firmness, StoredPlan } from '#assessments/schema/plan.ts';
import { catalogue, planContextOn } from '#renderer/documents/composer/plan-references.ts';
import { seededRandom } from '#renderer/workers/seeded-random.ts';
import { PROJECT } from '#tests/support/cli.ts';
import { solve } from '#tests/support/highs-node.ts';
import { longOrShort } from '#tests/support/long-form.ts';
import { demoJson, DEMOS, PLAN_DAY, scoredFrom } from '#tests/support/planning-cases.ts';

/** `ZHIZHEN_RECORD=1` writes the plans into seeds/demo, after the catalogue or the method has changed. */
const IS_RECORDING = process.env['ZHIZHEN_RECORD'] === '1';

function keptPlan(name: (typeof DEMOS)[number]) {
  const json = demoJson(name);
  const mill = scoredFrom(json);
  return { json, mill, stored: StoredPlan.parse(json['plan']) };
}

/** The plan that the mill asks for, made anew. */
function madeAnew({ mill, stored }: ReturnType<typeof keptPlan>): StoredPlan {
  const { request } = stored;
  const outcome = planOf(mill, request, [], { ...planContextOn(PLAN_DAY), solve });
  if (outcome.kind !== 'plan') throw new Error(outcome.kind);
  const { plan } = outcome;
  const basis = createHash('sha256').update(planBasis(mill.dossier, mill.diagnosis), 'utf8').digest('hex');
  const choices = Object.fromEntries(
    AIMS.map((aim) => {
      const { measures, gap, gapIn } = plan.alternatives[aim];
      return [aim, { measures: [...measures], gap, gapIn }];
    }),
  );
  const items = plan.planned.map(({ item }) => ({ id: item.id }));
  const { gap, gapIn } = plan;
  return StoredPlan.parse({
    madeOn: stored.madeOn,
    diagnosis: stored.diagnosis,
    request,
    items,
    gap,
    ...(gapIn === null ? {} : { gapIn }),
    choices,
    basis,
  });
}

/** How firm it is, with the draws of the window. */
function firmnessFor({ mill }: ReturnType<typeof keptPlan>, plan: StoredPlan): Firmness {
  const drawing = firmnessOf(mill, plan, { ...planContextOn(PLAN_DAY), solve }, seededRandom(plan.basis ?? ''));
  for (;;) {
    const step = drawing.next();
    if (step.done === true) return step.value;
  }
}

describe('the plans of the demo mills', () => {
  it.each(DEMOS)('%s is kept as it was made, and is read without a solver', (name) => {
    const { mill, stored } = keptPlan(name);
    const plan = planAsChosen(mill, stored, planContextOn(PLAN_DAY));
    expect(stored.basis).toBe(
      createHash('sha256').update(planBasis(mill.dossier, mill.diagnosis), 'utf8').digest('hex'),
    );
    expect(stored.items.filter(({ id }) => !catalogue.byId.has(id))).toEqual([]);
    expect(plan?.gap).toBe(stored.gap);
    expect(Object.keys(stored.firm ?? {}).sort()).toEqual(stored.items.map(({ id }) => id).sort());
    expect(plan?.cost.planned ?? Infinity).toBeLessThanOrEqual(stored.request.budgetWan ?? 0);
  });

  it.each(IS_RECORDING ? DEMOS : DEMOS.slice(0, longOrShort(3, 1)).map((_, i) => DEMOS[(i + 1) % 3] ?? 'demo-garment'))(
    '%s is the one that its request comes to today',
    (name) => {
      const kept = keptPlan(name);
      const anew = madeAnew(kept);
      if (IS_RECORDING) {
        const path = join(PROJECT, 'seeds', 'demo', `${name}.json`);
        const plan = { ...anew, firm: firmnessFor(kept, anew) };
        writeFileSync(path, `${JSON.stringify({ ...kept.json, plan }, null, 2)}\n`);
        return;
      }
      const { firm: _firm, ...chosen } = kept.stored;
      expect(chosen).toEqual(anew);
    },
    300_000,
  );
});
