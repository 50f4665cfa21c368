import { describe, expect, it } from 'vitest';
import { flowsOf } from '#assessments/planning/flows.ts';
import { benefitOfLines } from '#assessments/planning/benefit.ts';
import { benefitByFlow } from '#assessments/reporting/benefit-by-flow.ts';
import { benefitWaterfall } from '#assessments/reporting/figures/benefit-waterfall.ts';
import { routeMap } from '#assessments/reporting/figures/gantt.ts';
import { processFlow } from '#assessments/reporting/figures/process-flow.ts';
import { PROCESS_STEPS } from '#assessments/reporting/figures/process-steps.ts';
import { daysOf, monthsText, nameOf, titleOf, wan } from '#assessments/reporting/plan-text.ts';
import { plannedMillOf } from '#assessments/reporting/planned-mill.ts';
import type { FigureBlock, TableRow } from '#assessments/reporting/report-document.ts';
import { kpiText } from '#assessments/reporting/kpi-figure.ts';
import { rounded } from '#assessments/scoring/shown-number.ts';
import { PROCESSES } from '#assessments/schema/vocabulary.ts';
import { waterBalance as balanceOf } from '#assessments/indicators/water-balance.ts';
import { architecture } from '#assessments/reporting/figures/architecture.ts';
import { LAYERS } from '#assessments/reporting/figures/architecture-layers.ts';
import { bulletCharts } from '#assessments/reporting/figures/bullets.ts';
import { energySplit } from '#assessments/reporting/figures/energy-split.ts';
import { costBenefitMap } from '#assessments/reporting/figures/cost-benefit-map.ts';
import { waterBalance } from '#assessments/reporting/figures/water-balance.ts';
import { waterCostBars } from '#assessments/reporting/figures/water-cost.ts';
import { shownWaterCost } from '#assessments/reporting/mill-money.ts';
import { SYSTEM_KINDS } from '#assessments/schema/machines.ts';
import { catalogue } from '#renderer/documents/composer/plan-references.ts';
import { knownIds } from '#renderer/documents/composer/known-ids.ts';
import { figuredMills } from '#tests/support/figured-mills.ts';

const mills = figuredMills();
/** The scale of a bullet, in points of the page. */
const WIDEST_BULLET = 294;

/** A figure that must be there. */
function only(made: FigureBlock | null): FigureBlock {
  if (made === null) throw new Error('there is no figure');
  return made;
}

const cellsOf = ({ cells }: TableRow) => cells.map((cell) => (typeof cell === 'string' ? cell : cell.text));
const drawnTexts = ({ figure }: FigureBlock) =>
  figure.shapes.flatMap((shape) => (shape.kind === 'text' ? [shape.text] : []));

describe.each(mills)('what $id shows in $language', ({ mill }) => {
  const plan = plannedMillOf(mill)?.plan;

  it('a waterfall whose flows are those of the plan and add up to its benefit', () => {
    if (plan?.benefit == null) return expect(benefitWaterfall(mill)).toBeNull();
    const block = only(benefitWaterfall(mill));
    const rows = block.table.rows.map(cellsOf);
    const flows = benefitByFlow(plan.planned);
    const shown = rows.slice(1, -2).map(([, text = '']) => Number(text.replace(/[+,*＊]/g, '').replace('−', '-')));
    expect(shown).toEqual(flows.map(({ planned }) => planned));
    expect(rounded(shown.reduce((sum, part) => sum + part, 0))).toBe(plan.benefit.planned);
    expect(rounded(flows.reduce((sum, { cautious }) => sum + cautious, 0))).toBe(plan.benefit.cautious);
    const fees = plan.planned.flatMap(({ lines }) => lines.filter(({ fact }) => fact === 'fee'));
    const fee = flows.find(({ flow }) => flow === 'fee')?.planned ?? 0;
    expect(Math.abs(fee - (benefitOfLines(fees)?.planned ?? 0))).toBeLessThanOrEqual(0.05 * fees.length);
    expect(rows[0]?.[1]).toContain(wan(plan.cost.planned));
    expect(rows.at(-2)?.[1]).toContain(wan(plan.benefit.planned));
    expect(rows.at(-1)?.[1]).toBe(wan(plan.benefit.cautious));
    expect(drawnTexts(block)).toEqual(expect.arrayContaining(rows.map(([, text]) => text)));
  });

  it('a route map with every open measure once, where the schedule has it, and milestones that end in the whole plan', () => {
    const parts = routeMap(mill);
    const planned = plannedMillOf(mill);
    if (planned === null || planned.open.length === 0) return expect(parts).toEqual([]);
    const { open, plan } = planned;
    const ordered = [...open].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
    const rows = parts.flatMap(({ table }) => table.rows.map(cellsOf));
    expect(rows.map(([, name]) => name)).toEqual(ordered.map((entry) => nameOf(entry, mill.words)));
    expect(rows.map(([, , from, to]) => [from, to])).toEqual(ordered.map((entry) => daysOf(entry, plan)));
    expect(rows.map((row) => row[4])).toEqual(
      ordered.map(({ measure }) => (measure === null ? '—' : measure.acceptance[mill.language])),
    );
    const bars = parts.flatMap(({ figure }) => figure.shapes.filter((shape) => shape.kind === 'rect'));
    const scale = barOf(0).width / (ordered[0] === undefined ? 1 : ordered[0].span.end - ordered[0].span.start);
    ordered.forEach(({ span }, i) => {
      expect(barOf(i).width).toBeCloseTo((span.end - span.start) * scale, 6);
      expect(barOf(i).x - barOf(0).x).toBeCloseTo((span.start - (ordered[0]?.span.start ?? 0)) * scale, 6);
    });
    const texts = parts.flatMap(drawnTexts);
    expect(texts).toEqual(expect.arrayContaining(ordered.map(monthsText)));
    const last = texts.join(' ');
    expect(last).toContain(mill.words.say('milestone-spent', { amount: wan(plan.cost.planned) }));
    expect(last).toContain(mill.words.say('milestone-benefit', { amount: wan(plan.benefit?.planned ?? 0) }));

    function barOf(place: number) {
      const bar = bars.filter(({ height }) => height === 7)[place];
      if (bar === undefined) throw new Error('a measure has no bar');
      return bar;
    }
  });

  it('a process flow with every line of the register once, in the order in which goods pass', () => {
    const block = only(processFlow(mill));
    const rows = block.table.rows.map(cellsOf);
    const lines = mill.facts.now.machines ?? [];
    const total = (of: (line: (typeof lines)[number]) => number) => lines.reduce((sum, line) => sum + of(line), 0);
    const number = (text = '') => (text === '—' ? 0 : Number(text.replaceAll(',', '')));
    const sum = (column: number) => rows.reduce((all, row) => all + number(row[column]), 0);
    expect(sum(2)).toBeCloseTo(
      total(({ count }) => count),
      6,
    );
    expect(sum(3)).toBeCloseTo(
      total(({ networked = 0 }) => networked),
      6,
    );
    const titles = PROCESS_STEPS.map(({ name }) => name[mill.language]);
    const shown = [...new Set(rows.map(([step = '']) => step))].filter((step) => titles.includes(step));
    expect(shown).toEqual(titles.filter((step) => shown.includes(step)));
    const strips = block.figure.shapes.filter((shape) => shape.kind === 'rect' && shape.height === 4.5);
    const widest = Math.max(...strips.map((strip) => (strip.kind === 'rect' ? strip.width : 0)));
    const [first] = rows.filter(([step = '', , , networked]) => shown.includes(step) && number(networked) > 0);
    if (first === undefined) return;
    expect(
      strips.some(
        (s) => s.kind === 'rect' && Math.abs(s.width - (widest * number(first[3])) / number(first[2])) < 0.01,
      ),
    ).toBe(true);
  });

  it('a map of every open measure, each by its id: further right with more effort, higher with more benefit, larger with more points', () => {
    const open = plannedMillOf(mill)?.open ?? [];
    if (open.length < 3) return expect(costBenefitMap(mill)).toBeNull();
    const block = only(costBenefitMap(mill));
    const rows = block.table.rows.map(cellsOf);
    expect(rows.map(([, name]) => name)).toEqual(open.map((entry) => nameOf(entry, mill.words)));
    expect(rows.map(([, , effort]) => Number(effort))).toEqual(
      open.map(({ item, measure }) => measure?.effort ?? item.own?.effort ?? 0),
    );
    expect(rows.map((row) => row[3])).toEqual(
      open.map(({ benefit }) => (benefit === null ? mill.words.say('plan-unpriced') : wan(benefit.planned))),
    );
    expect(rows.map((row) => Number(row[4]))).toEqual(
      open.map(({ item }) =>
        rounded(Object.values(plan?.ownEffect(item.id) ?? {}).reduce((sum, points) => sum + Math.max(0, points), 0)),
      ),
    );
    const ids = open.flatMap(({ item, measure }) => (measure === null ? [] : [item.id]));
    expect(drawnTexts(block)).toEqual(expect.arrayContaining(ids));
    const circles = block.figure.shapes.filter((shape) => shape.kind === 'circle');
    expect(circles.length).toBe(open.length);
    const efforts = rows.map(([, , effort]) => Number(effort)).sort((a, b) => a - b);
    const across = circles.map(({ x }) => x).sort((a, b) => a - b);
    const [first, last] = [efforts[0] ?? 0, efforts.at(-1) ?? 0];
    const unit = ((across.at(-1) ?? 0) - (across[0] ?? 0)) / Math.max(Math.sqrt(last) - Math.sqrt(first), 1e-9);
    efforts.forEach((effort, i) =>
      expect((across[i] ?? 0) - (across[0] ?? 0)).toBeCloseTo((Math.sqrt(effort) - Math.sqrt(first)) * unit, 6),
    );
    const dark = circles.filter(({ fill }) => fill === 'primary').length;
    expect(dark).toBe(open.filter(({ closes }) => closes.length > 0).length);
  });

  it('an architecture with every system of the register, machines today and after, and each measure of a layer once', () => {
    const block = only(architecture(mill));
    const rows = block.table.rows.map(cellsOf);
    const now = mill.facts.now;
    const today = rows.filter(([, state]) => state === mill.words.say('architecture-today')).map((row) => row[2] ?? '');
    const brought = rows.filter(([, state]) => state === mill.words.say('architecture-new')).map((row) => row[2] ?? '');
    for (const { name = '' } of now.systems ?? []) expect(today.filter((text) => text.includes(name)).length).toBe(1);
    const after = plannedMillOf(mill)?.after.facts.now;
    for (const fact of ['equipment.production', 'equipment.networked'] as const) {
      const text = [...today, ...brought].find((one) => one.includes(mill.words.pick(mill.fact(fact)?.label)));
      const [before, then = before] = (text ?? '')
        .split('→')
        .map((part) => Number(/([\d,.]+)\s*$/.exec(part)?.[1]?.replaceAll(',', '')));
      expect(before).toBeCloseTo(now[fact] ?? NaN, 1);
      expect(then).toBeCloseTo(after?.[fact] ?? now[fact] ?? NaN, 1);
    }
    const layered = new Set<string>(LAYERS.flatMap(({ measures }) => measures));
    const open = (plannedMillOf(mill)?.open ?? []).filter(({ measure }) => measure !== null && layered.has(measure.id));
    for (const entry of open)
      expect(brought.filter((text) => text === titleOf(entry, mill.words)).length, entry.item.id).toBe(1);
    const bold = block.figure.shapes.filter((shape) => shape.kind === 'rect' && shape.strokeWidth === 1.6);
    expect(bold.length).toBe(brought.length + 1);
  });

  it('bullets as long as the water topic has points for them, with figures and anchors of today and after', () => {
    const topic = mill.topics.find(({ pack }) => pack.method === 'water');
    const block = topic === undefined ? null : bulletCharts(topic, mill);
    if (topic === undefined || block === null) return;
    const after = plannedMillOf(mill)?.after;
    const rows = block.table.rows.map(cellsOf);
    const bars = block.figure.shapes.filter((shape) => shape.kind === 'rect' && shape.fill === 'ink');
    expect(bars.length).toBe(rows.length);
    rows.forEach(([name = '', today, then, anchors], i) => {
      const id = name.split(' ')[0] ?? '';
      expect(today).toBe(kpiText(id, mill));
      expect(then).toBe(after === undefined ? '—' : kpiText(id, after));
      expect(anchors).toMatch(/^\S+( \/ \S+){4}$/);
      const points = topic.result.trace.find(({ question }) => question === id)?.points?.low ?? NaN;
      const bar = bars[i];
      const scale = (WIDEST_BULLET * points) / 100;
      if (bar?.kind === 'rect') expect(bar.width).toBeCloseTo(Math.max(1.5, scale), 6);
    });
  });

  it('an energy split whose carriers add up to the energy of the year, and whose uses are the shares that the plan reckons with', () => {
    const total = mill.result.indicators['energy.total']?.value ?? null;
    if (total === null) return expect(energySplit(mill)).toBeNull();
    const rows = only(energySplit(mill)).table.rows.map(cellsOf);
    const carriers = rows.filter(([, , value]) => value?.includes('tce'));
    const tce = carriers.reduce((sum, row) => sum + Number((row[2] ?? '').split(' tce')[0]?.replaceAll(',', '')), 0);
    expect(Math.abs(tce - total)).toBeLessThanOrEqual(0.05 * carriers.length);
    const { dossier } = mill;
    for (const flow of ['electricity', 'heat'] as const) {
      const shown = rows.filter(([title]) => title === mill.words.say(`energy-uses-${flow}`));
      if (shown.length === 0) continue;
      const { split } = flowsOf(mill.facts.now, dossier.enterprise.subSectors, mill.green.energy, catalogue);
      const values = shown.map((row) => Number(/^[\d.]+/.exec(row[2] ?? '')?.[0]));
      expect(values).toEqual([...split[flow].values()].sort((a, b) => b - a).map((share) => rounded(100 * share)));
      expect(shown.every((row) => row[2]?.endsWith(mill.words.say('star')))).toBe(true);
    }
  });

  it('a water balance with what the facts say, in as much as out, bands to one scale', () => {
    const balance = balanceOf(mill.facts.now);
    if (balance === null) return expect(waterBalance(mill)).toBeNull();
    const block = only(waterBalance(mill));
    const rows = block.table.rows.map(cellsOf);
    const sums = [mill.words.say('water-in'), mill.words.say('water-out')].map((side) =>
      rows.filter(([name]) => name === side).reduce((sum, [, , m3 = '']) => sum + Number(m3.replaceAll(',', '')), 0),
    );
    const again = balance.reused.reduce((sum, { m3 }) => sum + m3, 0);
    expect(sums).toEqual([balance.takenIn + again, balance.takenIn + again]);
    for (const { fact, m3 } of [...balance.sources, ...balance.reused]) expect(m3).toBe(mill.facts.now[fact]);
    const texts = drawnTexts(block).join(' ');
    for (const [, label = '', m3 = ''] of rows) {
      expect(texts).toContain(m3);
      expect(label).not.toBe('');
    }
    const heights = block.figure.shapes.flatMap((shape) =>
      shape.kind === 'rect' && shape.width === 4 ? shape.height : [],
    );
    const amounts = rows.map(([, , m3 = '']) => Number(m3.replaceAll(',', '')));
    const scale = Math.max(...heights) / Math.max(...amounts);
    heights.forEach((height, i) => expect(height).toBeCloseTo(Math.max(0.8, (amounts[i] ?? 0) * scale), 6));
  });

  it('the cost of a cubic metre as its parts add up', () => {
    const cost = shownWaterCost(mill, catalogue);
    if (cost === null || cost.parts.length < 2) return expect(waterCostBars(mill)).toBeNull();
    const block = only(waterCostBars(mill));
    const values = block.table.rows.map(cellsOf).map(([, , yuan = '']) => Number(yuan.replace(/[*＊]/, '')));
    expect(values).toEqual([...cost.parts.map(({ yuan }) => yuan), cost.yuan]);
    expect(
      rounded(
        values.slice(0, -1).reduce((sum, yuan) => sum + yuan, 0),
        2,
      ),
    ).toBe(values.at(-1));
    const bars = block.figure.shapes.flatMap((shape) => (shape.kind === 'rect' ? shape.width : []));
    const scale = (bars.at(-1) ?? 0) / cost.yuan;
    cost.parts.forEach(({ yuan }, i) => expect(bars[i]).toBeCloseTo(Math.max(0.8, yuan * scale), 6));
    expect(drawnTexts(block)).toEqual(expect.arrayContaining(block.table.rows.map(cellsOf).map(([, , yuan]) => yuan)));
  });
});

describe('the steps of processes', () => {
  it('name every machine that goods pass once, and no other', () => {
    const named = PROCESS_STEPS.flatMap(({ kinds }) => kinds);
    expect(new Set(named).size).toBe(named.length);
    expect(named.filter((kind) => !knownIds.machines.has(kind))).toEqual([]);
    const passed = [...knownIds.machines.values()].filter(
      ({ production, id }) => production && id !== 'other-production',
    );
    expect(passed.map(({ id }) => id).filter((id) => !named.includes(id))).toEqual([]);
  });

  it('give every process of the vocabulary a step', () => {
    expect(PROCESSES.filter((process) => !PROCESS_STEPS.some(({ always }) => always.includes(process)))).toEqual([]);
  });
});

describe('the layers of the architecture', () => {
  const listed = LAYERS.flatMap(({ measures }) => measures);

  it('name measures of the catalogue, each once, and every kind of system once', () => {
    expect(new Set(listed).size).toBe(listed.length);
    expect(listed.filter((id) => !catalogue.byId.has(id))).toEqual([]);
    expect(LAYERS.flatMap(({ systems }) => systems).sort()).toEqual([...SYSTEM_KINDS].sort());
  });

  it('leave out no measure of a software house, a platform, a cloud or a carrier', () => {
    const providers = ['software', 'platform', 'cloud', 'telecom', 'security'];
    const left = catalogue.measures.filter(
      ({ id, provider, scope }) => providers.includes(provider) && scope === null && !listed.includes(id),
    );
    expect(left.map(({ id }) => id)).toEqual([]);
  });
});
