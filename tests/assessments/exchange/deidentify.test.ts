import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deidentified, type Disguise } from '#assessments/exchange/deidentify.ts';
import { Dossier } from '#assessments/schema/dossier.ts';
import { readDossier } from '#assessments/schema/read-dossier.ts';
import { knownIds } from '#renderer/documents/composer/known-ids.ts';
import { demoMills } from '#tests/support/demo-mills.ts';
import { dossierJson, scoreDossier } from '#tests/support/dossiers.ts';
import { arbitraryLargeState, arbitraryState } from './arbitrary-dossiers.ts';
import { filledDossier, placesOfMarks } from './filled-dossier.ts';

const DISGUISE: Disguise = { id: 'ent-anew', codeName: '甲厂', keepsEvidence: false };
const WITH_EVIDENCE: Disguise = { ...DISGUISE, keepsEvidence: true };

/** Texts that stay: days, versions and ids of packs and machines, which are closed. */
const KEPT = [
  'diagnoses.openedOn',
  'diagnoses.packs.intelligent-manufacturing',
  'diagnoses.answers.IM-ORG-01.self.choices',
  'facts.2025.machines.kind',
  'facts.2025.machines.complete',
  'plan.madeOn',
  'plan.items.startOn',
  'plan.items.endOn',
];
/** And with the evidence what tells the files. */
const KEPT_OF_EVIDENCE = ['diagnoses.answers.IM-ORG-01.evidence', 'evidence.sha256', 'evidence.addedOn'];

describe('a de-identified dossier', () => {
  it('has every text of the contract filled before, or the next test shows nothing', () => {
    const places = new Set(placesOfMarks(filledDossier()));
    for (const place of [
      ...KEPT,
      ...KEPT_OF_EVIDENCE,
      'id',
      'unheard-of',
      'enterprise.name',
      'enterprise.uscc',
      'enterprise.region.county',
      'enterprise.contacts.phone',
      'facts.2025.output.products.unheard-of',
      'facts.2025.machines.note',
      'facts.2025.machines.unheard-of',
      'facts.2025.systems.name',
      'facts.2025.systems.scope',
      'facts.2025.systems.unheard-of',
      'diagnoses.id',
      'diagnoses.answers.IM-ORG-01.verified.na',
      'diagnoses.answers.IM-ORG-02.self.unknown',
      'diagnoses.answers.IM-ORG-01.flag',
      'diagnoses.answers.IM-ORG-01.evidenceNames.鲁泰',
      'plan.request.must',
      'plan.request.recognition',
      'plan.items.owner',
      'visits.unheard-of',
      'evidence.name',
    ])
      expect(places).toContain(place);
  });

  it.each([
    ['without evidence', DISGUISE, KEPT],
    ['with evidence', WITH_EVIDENCE, [...KEPT, ...KEPT_OF_EVIDENCE]],
  ])('keeps %s no text but those listed', (_, disguise, kept) => {
    expect(placesOfMarks(deidentified(filledDossier(), disguise)).sort()).toEqual([...kept].sort());
  });

  it('keeps every score, indicator and indicative level', () => {
    const scores = (dossier: Dossier) => {
      const { packs, indicators, indicative } = scoreDossier(dossier);
      return { packs, indicators, indicative };
    };
    const check = (dossier: Dossier) => expect(scores(deidentified(dossier, DISGUISE))).toEqual(scores(dossier));
    for (const { dossier } of demoMills()) check(dossier);
    fc.assert(
      fc.property(arbitraryLargeState, (dossier) => void check(dossier)),
      { numRuns: 30 },
    );
  });

  it('passes the reader, and a second time changes nothing', () => {
    fc.assert(
      fc.property(fc.oneof(arbitraryState, arbitraryLargeState), fc.boolean(), (dossier, keepsEvidence) => {
        const disguise = { ...DISGUISE, keepsEvidence };
        const once = deidentified(dossier, disguise);
        expect(readDossier(JSON.stringify(once), knownIds)).toEqual({ ok: true, value: once });
        expect(deidentified(once, disguise)).toEqual(once);
      }),
      { numRuns: 60 },
    );
  });

  it('bears the id and name it is given, and the city but not the county', () => {
    const region = { city: '滨州市', county: '博兴县' };
    const { id, enterprise, diagnoses } = deidentified(
      Dossier.parse(dossierJson({ enterprise: { region } })),
      DISGUISE,
    );
    expect(id).toBe('ent-anew');
    expect(enterprise).toEqual({
      name: '甲厂',
      subSectors: ['DYEING'],
      processes: ['woven-dyeing'],
      region: { city: '滨州市' },
    });
    expect(diagnoses.map((diagnosis) => diagnosis.id)).toEqual(['round-1']);
  });

  it('calls files by number with their extension', () => {
    const file = (digit: string, name: string, mime: string) => ({ sha256: digit.repeat(64), name, mime });
    const evidence = [
      file('a', '鲁泰厂门.JPG', 'image/jpeg'),
      file('b', '台账.鲁泰', 'x/鲁泰'),
      file('d', '台账.lutai', 'application/pdf'),
      { sha256: 'c'.repeat(64) },
    ];
    const kept = deidentified(Dossier.parse({ ...dossierJson(), evidence }), WITH_EVIDENCE).evidence;
    expect(kept?.map(({ name, mime }) => [name, mime])).toEqual([
      ['1.JPG', 'image/jpeg'],
      ['2', undefined],
      ['3', 'application/pdf'],
      [undefined, undefined],
    ]);
  });

  it('keeps of a plan its measures, own ones by number, and its round', () => {
    const plan = {
      madeOn: '2026-03-05',
      diagnosis: 'd1',
      request: {
        budgetWan: 200,
        must: ['OG01', 'own-4k2x9p', 'own-20260301', '鲁泰'],
        mustNot: ['own-77', 'own-lutai'],
        inPlace: ['own-77', 'own-78'],
        topics: { 'green-factory': { weight: 2, by: '张' } },
      },
      items: [
        { id: 'OG01', phase: 1, owner: '张三', note: '催', state: 'started' },
        { id: 'own-4k2x9p', phase: 2, name: '鲁泰二期' },
        { id: 'own-77', phase: 3 },
        { id: '鲁泰', phase: 3 },
      ],
    };
    expect(deidentified(Dossier.parse({ ...dossierJson(), plan }), DISGUISE).plan).toEqual({
      madeOn: '2026-03-05',
      diagnosis: 'round-1',
      request: {
        budgetWan: 200,
        must: ['OG01', 'own-1'],
        mustNot: ['own-2'],
        inPlace: ['own-2'],
        topics: { 'green-factory': { weight: 2 } },
      },
      items: [
        { id: 'OG01', phase: 1, state: 'started' },
        { id: 'own-1', phase: 2 },
        { id: 'own-2', phase: 3 },
      ],
    });
  });

  it('leaves out who took part in a round', () => {
    const json = dossierJson();
    const [diagnosis] = json['diagnoses'] as object[];
    const seen = { ...json, diagnoses: [{ ...diagnosis, team: [{ name: '张三', role: '数字化专家' }] }] };
    expect(JSON.stringify(deidentified(Dossier.parse(seen), DISGUISE))).not.toMatch(/张三|数字化专家/);
  });

  it('leaves out a plan of a form that nobody knows', () => {
    const foreign = Dossier.parse({ ...dossierJson(), plan: { by: '鲁泰' } });
    expect(deidentified(foreign, DISGUISE).plan).toBeUndefined();
  });
});
