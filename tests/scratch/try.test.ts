import { readFileSync } from 'node:fs';
import loadHighs from 'highs';
import { it } from 'vitest';
import { readCatalogue } from '#assessments/planning/catalogue.ts';
import { plannedMill } from '#assessments/planning/planned-mill.ts';
import { offersFor } from '#assessments/planning/offer.ts';
import { choosingOf } from '#assessments/planning/choosing.ts';
import { chooseForAims } from '#assessments/planning/choose.ts';
import { readDossier } from '#assessments/schema/read-dossier.ts';
import { knownIds } from '#renderer/documents/composer/known-ids.ts';
import { scoreLatest } from '#renderer/documents/composer/scored.ts';
import { measureFiles } from '#seeds/measures/index.ts';
import { caseFiles } from '#seeds/cases/index.ts';
import endUses from '#seeds/end-uses/end-uses.json' with { type: 'json' };
import prices from '#seeds/prices/prices.json' with { type: 'json' };

it('try', async () => {
  const catalogue = readCatalogue({ measures: measureFiles, cases: caseFiles, endUses, prices });
  const highs = await loadHighs();
  let solves = 0, inSolve = 0;
  const solve = (model: string) => {
    const t = performance.now();
    solves += 1;
    let s: any;
    try { s = highs.solve(model, { output_flag: false, mip_rel_gap: 0, mip_abs_gap: 1e-9 } as any); } catch (e) { require('fs').writeFileSync('/tmp/model.lp', model); throw e; }
    inSolve += performance.now() - t;
    if (s.Status !== 'Optimal') { if (s.Status !== 'Infeasible') console.log('STATUS', s.Status); return null; }
    return { bound: s.ObjectiveValue, values: new Map(Object.entries(s.Columns).map(([k, c]: any) => [k, c.Primal])) as Map<string, number> };
  };
  for (const name of ['demo-dyeing', 'demo-garment', 'demo-spinning']) {
    const d = readDossier(readFileSync(`seeds/demo/${name}.json`, 'utf8'), knownIds);
    if (!d.ok) throw new Error(JSON.stringify(d));
    const mill = scoreLatest(d.value, '2026-11-30')!;
    const planned = plannedMill(mill, catalogue);
    const request = { budgetWan: 300, pains: (d.value as any).plan?.request?.pains ?? [] };
    const offers = offersFor(planned, request as any, []);
    const choosing = choosingOf(planned, offers, request as any, [], null, { money: 0, months: 0 });
    const t = performance.now();
    solves = 0; inSolve = 0;
    const r = chooseForAims(choosing, solve);
    console.log(name, 'offers', offers.length, 'ms', Math.round(performance.now() - t), 'solves', solves, 'in', Math.round(inSolve));
    if (r === null) continue;
    for (const [aim, c] of Object.entries(r.byAim)) {
      const v = c.value;
      console.log(aim, c.proven, c.gap.toExponential(2), c.gapIn, 'gates', v.gates, 'pains', v.pains, 'targets', v.targets, v.targetsReached.join(), 'money', v.money.toFixed(2), 'points', v.points.toFixed(3), 'n', c.chosen.length, c.chosen.map((i) => offers[i]!.measure.id).join(' '));
    }
  }
}, 600000);
