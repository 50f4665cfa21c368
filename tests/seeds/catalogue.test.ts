import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { library, packList, shippedPacks } from '#assessments/packs/registry.ts';
import { readMachineKinds } from '#assessments/schema/machines.ts';
import {
  CaseFile,
  CONNECTIONS,
  EndUseFile,
  MeasureFile,
  PriceFile,
  WHOLE_FLOW,
  type Effect,
  type Measure,
} from '#assessments/schema/measure.ts';
import { SUB_SECTORS, type SubSector } from '#assessments/schema/vocabulary.ts';
import { machineFeatures, machineKindFiles } from '#seeds/machines/index.ts';
import { PROJECT } from '#tests/support/cli.ts';

const read = <T>(folder: string, schema: { parse: (value: unknown) => T }) =>
  readdirSync(join(PROJECT, 'seeds', folder))
    .filter((name) => name.endsWith('.json'))
    .map((name) => ({
      name,
      file: schema.parse(JSON.parse(readFileSync(join(PROJECT, 'seeds', folder, name), 'utf8'))),
    }));

const files = read('measures', MeasureFile);
const caseFiles = read('cases', CaseFile);
const [ends] = read('end-uses', EndUseFile);
const [prices] = read('prices', PriceFile);
const kinds = readMachineKinds(machineFeatures, machineKindFiles);
const measures = files.flatMap(({ file }) => file.measures);
const cases = caseFiles.flatMap(({ file }) => file.cases);
const byId = new Map(measures.map((measure) => [measure.id as string, measure]));
const sectorsOf = ({ applies }: Measure): readonly SubSector[] => applies.subSectors ?? SUB_SECTORS;

function figuresOf({ cost, effects }: Measure) {
  return [cost, ...effects];
}

describe('catalogue 2', () => {
  it('names each measure and each case once', () => {
    expect(byId.size).toBe(measures.length);
    expect(new Set(cases.map(({ id }) => id)).size).toBe(cases.length);
  });

  it('names only machines, features, questions, rungs, KPIs, end uses, cases, sources and measures that exist', () => {
    const kpis = new Set(
      packList(shippedPacks).flatMap((pack) => ('kpis' in pack ? pack.kpis.map(({ id }) => id) : [])),
    );
    const question = library.questionsFor({});
    const wrong = files.flatMap(({ name, file }) =>
      file.measures.flatMap((measure) => {
        const said: string[] = [];
        const scope = measure.scope;
        for (const id of scope?.kinds ?? []) {
          const kind = kinds.get(id);
          if (kind === undefined) said.push(`kind ${id}`);
          const lacks = scope?.lacks ?? null;
          if (
            lacks !== null &&
            !(CONNECTIONS as readonly string[]).includes(lacks) &&
            kind?.features.has(lacks) !== true
          )
            said.push(`${id} has no feature ${lacks}`);
        }
        if (
          scope === null &&
          [measure.cost.per?.per, ...measure.effects.map(perOf)].some((per) => per?.kind === 'unit')
        )
          said.push('counts units without a scope');
        for (const { question: id } of measure.lifts) if (question(id) === undefined) said.push(`question ${id}`);
        for (const [id] of measure.inPlaceAt) if (question(id) === undefined) said.push(`question ${id}`);
        for (const effect of measure.effects) {
          if (effect.kind === 'reaches' && !kpis.has(effect.kpi)) said.push(`KPI ${effect.kpi}`);
          if (effect.kind !== 'flow' || effect.endUse === WHOLE_FLOW) continue;
          const use = ends?.file.endUses.find(({ id }) => id === effect.endUse);
          if (use?.flow !== effect.flow) said.push(`end use ${effect.endUse} of ${effect.flow}`);
        }
        for (const id of measure.cases) if (!cases.some((one) => one.id === id)) said.push(`case ${id}`);
        for (const id of [...measure.requires, ...measure.excludes]) if (!byId.has(id)) said.push(`measure ${id}`);
        for (const key of [...measure.sources, ...figuresOf(measure).flatMap(({ source }) => source ?? [])])
          if (file.sources[key] === undefined) said.push(`source ${key}`);
        return said.map((problem) => `${name} ${measure.id}: ${problem}`);
      }),
    );
    expect(wrong).toEqual([]);
    const strange = caseFiles.flatMap(({ name, file }) =>
      file.cases.filter(({ source }) => file.sources[source] === undefined).map(({ id }) => `${name} ${id}`),
    );
    expect(strange).toEqual([]);
  });

  it('splits a flow into end uses that sum to 1, once for each sub-sector', () => {
    const wrong = (ends?.file.splits ?? []).filter(({ flow, shares }) => {
      const sum = Object.values(shares).reduce((total, share) => total + share, 0);
      const areKnown = Object.keys(shares).every((id) =>
        ends?.file.endUses.some((use) => use.id === id && use.flow === flow),
      );
      return !areKnown || Math.abs(sum - 1) > 1e-9;
    });
    expect(wrong).toEqual([]);
    const keys = (ends?.file.splits ?? []).map(({ subSector, flow }) => `${subSector} ${flow}`);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('saves only end uses that a mill it fits has', () => {
    const idle = measures.flatMap((measure) =>
      measure.effects.flatMap((effect) => {
        if (effect.kind !== 'flow' || effect.endUse === WHOLE_FLOW) return [];
        const has = sectorsOf(measure).some((sector) =>
          ends?.file.splits.some((split) => split.subSector === sector && Object.hasOwn(split.shares, effect.endUse)),
        );
        return has ? [] : [`${measure.id} ${effect.endUse}`];
      }),
    );
    expect(idle).toEqual([]);
  });

  it('shows arithmetic for every estimate of ours, and names a source for all else', () => {
    const wrong = measures.flatMap((measure) =>
      figuresOf(measure)
        .filter(({ source, mark }) => (source === null) !== (mark === 'proposal'))
        .map(({ mark }) => `${measure.id} ${mark}`),
    );
    expect(wrong).toEqual([]);
    const bare = measures.flatMap((measure) =>
      figuresOf(measure)
        .filter(({ mark, basis }) => mark === 'proposal' && !/\d/.test(basis['zh-CN']))
        .map(() => measure.id),
    );
    expect([...new Set(bare)]).toEqual([]);
    for (const { mark, source } of prices?.file.prices ?? []) {
      expect(mark).not.toBe('proposal');
      expect(prices?.file.sources[source]).toBeDefined();
    }
  });

  it('has no circle of prerequisites, and offers each wherever its dependent is offered', () => {
    const above = (id: string, seen = new Set<string>()): Set<string> => {
      for (const needed of byId.get(id)?.requires ?? []) {
        if (seen.has(needed)) continue;
        seen.add(needed);
        above(needed, seen);
      }
      return seen;
    };
    expect(measures.filter(({ id }) => above(id).has(id)).map(({ id }) => id)).toEqual([]);
    const missing = measures.flatMap((measure) =>
      measure.requires.flatMap((id) => {
        const needed = byId.get(id);
        const lacking =
          needed === undefined ? [] : sectorsOf(measure).filter((sector) => !sectorsOf(needed).includes(sector));
        return lacking.map((sector) => `${measure.id} needs ${id} in ${sector}`);
      }),
    );
    expect(missing).toEqual([]);
    const oneSided = measures.flatMap(({ id, excludes }) =>
      excludes.filter((other) => byId.get(other)?.excludes.includes(id) !== true).map((other) => `${id} ${other}`),
    );
    expect(oneSided).toEqual([]);
  });

  it('says of each how it is accepted and what it brings', () => {
    expect(measures.filter(({ acceptance }) => acceptance['zh-CN'] === '待写').map(({ id }) => id)).toEqual([]);
    expect(measures.filter(({ lifts, effects }) => lifts.length + effects.length === 0).map(({ id }) => id)).toEqual(
      [],
    );
  });

  it('has what an engineer looks for in each trade', () => {
    const only = (...sectors: SubSector[]) =>
      measures.filter(({ applies }) => applies.subSectors?.every((sector) => sectors.includes(sector)) === true).length;
    const wet = measures.filter(
      ({ applies }) =>
        applies.subSectors?.includes('DYEING') === true ||
        applies.site === 'wet' ||
        applies.processes?.some((process) => process.includes('dyeing') || process === 'printing') === true,
    ).length;
    expect(wet).toBeGreaterThanOrEqual(40);
    expect(only('SPINNING')).toBeGreaterThanOrEqual(20);
    expect(only('WEAVING', 'KNITTING')).toBeGreaterThanOrEqual(20);
    expect(only('GARMENT', 'HOME')).toBeGreaterThanOrEqual(25);
  });
});

function perOf(effect: Effect) {
  return 'per' in effect ? effect.per : undefined;
}
