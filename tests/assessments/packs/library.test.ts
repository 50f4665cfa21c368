import { describe, expect, it } from 'vitest';
import { library } from '#assessments/packs/registry.ts';
import { PackLibrary, packList, type Pins } from '#assessments/packs/library.ts';
import * as releases from '#assessments/packs/releases.ts';
import { Dossier } from '#assessments/schema/dossier.ts';
import { PACK_IDS } from '#assessments/schema/ids.ts';
import { readDossier, type KnownIds } from '#assessments/schema/read-dossier.ts';
import { knownIds } from '#renderer/documents/composer/known-ids.ts';
import { ALL_TOPICS, dossierJson, scoredMillOf } from '#tests/support/dossiers.ts';
import { nextCloud, nextLibrary } from '#tests/support/next-cloud-pack.ts';

const NEXT = { ...ALL_TOPICS, 'cloud-adoption': '1.1.0' };
const answers = { 'CL-VAL-01': { self: { rung: 1 } }, 'CL-VAL-02': { self: { rung: 3 } } };
const scored = (packs: Record<string, string>, of = nextLibrary) =>
  scoredMillOf(Dossier.parse(dossierJson({ packs, answers })), of);
const pointsOf = (packs: Record<string, string>, id: string) =>
  scored(packs).scores.packs['cloud-adoption']?.trace.find(({ question }) => question === id)?.points.low;

describe('the library of packs', () => {
  it('has every released version and no other', () => {
    expect(nextLibrary.versions('cloud-adoption')).toEqual(['1.0.0', '1.1.0']);
    expect(nextLibrary.pack('cloud-adoption', '1.1.0')).toBe(nextCloud.pack);
    expect(nextLibrary.pack('cloud-adoption', '1.0.0')?.version).toBe('1.0.0');
    expect(nextLibrary.pack('cloud-adoption', '2.0.0')).toBeUndefined();
    expect(nextLibrary.newest.packs['cloud-adoption'].version).toBe('1.1.0');
  });

  it('scores a pin of 1.0.0 as it did before 1.1.0 was released, and never as 1.1.0', () => {
    expect(scored(ALL_TOPICS).scores).toEqual(scored(ALL_TOPICS, library).scores);
    expect(pointsOf(ALL_TOPICS, 'CL-VAL-01')).toBe(0);
    expect(pointsOf(NEXT, 'CL-VAL-01')).toBe(20);
    expect(pointsOf(ALL_TOPICS, 'CL-VAL-02')).toBe(60);
    expect(pointsOf(NEXT, 'CL-VAL-02')).toBeUndefined();
  });

  it('changes no score of a diagnosis by a release of a pack that it does not pin', () => {
    const only = { 'water-efficiency': '1.0.0' };
    const { pack: sme, guidance } = releases.smeDigitalLevel100;
    const later = new PackLibrary([...Object.values(releases), { pack: { ...sme, version: '1.1.0' }, guidance }]);
    const versionWith = (pins: Pins) => later.pinnedBy(pins).packs['sme-digital-level'].version;
    expect(versionWith({ 'intelligent-manufacturing': '1.0.0' })).toBe('1.0.0');
    expect(versionWith({ 'intelligent-manufacturing': '1.0.0', 'sme-digital-level': '1.1.0' })).toBe('1.1.0');
    expect(versionWith({})).toBe('1.1.0');
    expect(scored(only).scores).toEqual(scored(only, library).scores);
    expect(scored(only).pinned).toEqual(['water-efficiency']);
  });

  it('leaves out of the topics what is pinned in a version that never was released', () => {
    const { pinned, scores } = scored({ ...ALL_TOPICS, 'cloud-adoption': '9.0.0' });
    expect(pinned).not.toContain('cloud-adoption');
    expect(Object.keys(scores.packs)).not.toContain('cloud-adoption');
  });

  it('has help beside every question in its version', async () => {
    const help = await nextLibrary.help(nextLibrary.pinnedBy(NEXT).packs);
    expect(help['CL-VAL-05']).toBeDefined();
    const before = await nextLibrary.help(nextLibrary.pinnedBy(ALL_TOPICS).packs);
    expect(before['CL-VAL-05']).toBeUndefined();
    expect(before['CL-VAL-02']).toBeDefined();
  });
});

describe('a dossier that names several versions', () => {
  const known: KnownIds = {
    ...knownIds,
    packs: { versions: (id) => nextLibrary.versions(id), questionsFor: (pins) => nextLibrary.questionsFor(pins) },
  };
  const problemsOf = (packs: Record<string, string>, given: object, ids = known) => {
    const read = readDossier(JSON.stringify(dossierJson({ packs, answers: given as never })), ids);
    return read.ok ? [] : read.problems.map(({ path, code }) => `${path.slice(2).join('/')}: ${code}`);
  };

  it('is read with the questions of each version, also those that its own has not', () => {
    expect(problemsOf(ALL_TOPICS, answers)).toEqual([]);
    expect(problemsOf(NEXT, answers)).toEqual([]);
    expect(problemsOf(ALL_TOPICS, { 'CL-VAL-05': { self: { rung: 2 } } })).toEqual([]);
    expect(problemsOf(ALL_TOPICS, { 'CL-VAL-05': { self: { value: 2 } } })).toEqual([
      'answers/CL-VAL-05/self/value: wrong-kind',
    ]);
  });

  it('is refused where a version or a question is of none', () => {
    expect(problemsOf(NEXT, {}, knownIds)).toEqual(['packs/cloud-adoption: unknown-pack-version']);
    expect(problemsOf(ALL_TOPICS, { 'CL-VAL-05': { self: { rung: 2 } } }, knownIds)).toEqual([
      'answers/CL-VAL-05: unknown-question',
    ]);
  });
});

describe('every released version', () => {
  const released = PACK_IDS.flatMap((id) => library.versions(id).map((version) => library.pack(id, version)));

  it('leans on versions that were released', () => {
    for (const pack of released)
      for (const id of PACK_IDS) {
        const version = pack?.leansOn[id];
        if (version !== undefined) expect(library.versions(id), `${pack?.id} ${pack?.version}`).toContain(version);
      }
  });

  it('is scored by the method of its pack, keeps its questions to it and follows the version before', () => {
    for (const pack of released) {
      if (pack === undefined) throw new Error('a version without a pack');
      const before = library.versions(pack.id)[library.versions(pack.id).indexOf(pack.version) - 1];
      expect(pack.method).toBe(library.newest.packs[pack.id].method);
      expect(pack.upgrade?.from).toBe(before);
      for (const question of pack.questions) expect(library.packOf(question.id)).toBe(pack.id);
    }
    expect(packList(library.newest.packs).map(({ id }) => id)).toEqual(PACK_IDS);
  });

  it('renames questions that the version before has to such as it has itself', () => {
    for (const { pack, all } of [
      ...released.map((one) => ({ pack: one, all: library })),
      { pack: nextCloud.pack, all: nextLibrary },
    ]) {
      const { from, renamed } = pack?.upgrade ?? { from: '', renamed: {} };
      const ids = (version: string) =>
        pack === undefined ? [] : (all.pack(pack.id, version)?.questions.map(({ id }): string => id) ?? []);
      expect(ids(from)).toEqual(expect.arrayContaining(Object.keys(renamed)));
      expect(ids(pack?.version ?? '')).toEqual(expect.arrayContaining(Object.values(renamed)));
    }
  });
});
