import fc from 'fast-check';
import { Dossier } from '#assessments/schema/dossier.ts';
import { arbitraryFacts, arbitraryMill } from '#tests/support/arbitrary-mills.ts';
import { dossierJson } from '#tests/support/dossiers.ts';

const day = fc.constantFrom('2025-03-02', '2026-03-02', '2026-09-30');
const word = fc.constantFrom('', '甲', '乙', '丙丁');
const hash = fc.constantFrom('a', 'b', 'c').map((digit) => digit.repeat(64));
/** Members of that name are refused where a dossier is read, so that none is ever merged. */
const unknownValue = fc.json({ maxDepth: 1 }).filter((text) => !text.includes('__proto__'));
const unknownMembers = fc.dictionary(fc.constantFrom('later', 'unheard-of'), unknownValue.map(parsed), { maxKeys: 2 });

const arbitraryAnswer = fc
  .record(
    {
      self: fc.oneof(
        fc.integer({ min: 0, max: 5 }).map((rung) => ({ rung })),
        word.map((unknown) => ({ unknown })),
      ),
      verified: fc.integer({ min: 0, max: 5 }).map((rung) => ({ rung })),
      note: word,
      evidence: fc.uniqueArray(hash.map((digits) => `sha256:${digits}`)),
      evidenceNames: fc.dictionary(
        hash.map((digits) => `sha256:${digits}`),
        word,
        { minKeys: 1, maxKeys: 2 },
      ),
    },
    { requiredKeys: [] },
  )
  .filter((answer) => Object.keys(answer).some((member) => member !== 'evidenceNames'));

const arbitraryDiagnosis = fc.record(
  {
    openedOn: day,
    year: fc.constantFrom(2024, 2025),
    packs: fc.subarray(['intelligent-manufacturing', 'cloud-adoption']).map((ids) => pinned(ids)),
    answers: fc.dictionary(fc.constantFrom('IM-ORG-01', 'IM-ORG-02', 'CL-SEC-02'), arbitraryAnswer),
    remarks: fc.dictionary(
      fc.constantFrom('conclusion', 'highlight-1', 'money'),
      fc.constantFrom('甲', '乙').map((text) => ({ text })),
    ),
  },
  { requiredKeys: ['openedOn', 'year', 'packs', 'answers'] },
);

/** A state of the one dossier `mill-under-test`, from a small world, so that two of them often speak of the same. */
export const arbitraryState: fc.Arbitrary<Dossier> = fc
  .record(
    {
      enterprise: fc
        .record({
          name: fc.constantFrom('一厂', '二厂'),
          employees: fc.integer({ min: 0, max: 2 }),
          contacts: fc.array(fc.record({ name: word, phone: word }), { maxLength: 3 }),
          region: fc.record({ city: fc.constantFrom('滨州市', '青岛市') }, { requiredKeys: [] }),
        })
        .chain((enterprise) =>
          unknownMembers.map((more) => ({ ...more, ...enterprise, subSectors: ['DYEING'], processes: [] })),
        ),
      facts: fc.dictionary(fc.constantFrom('2024', '2025'), arbitraryFacts),
      diagnoses: fc
        .uniqueArray(fc.constantFrom('d1', 'd2', 'd3'))
        .chain((ids) => fc.tuple(...ids.map((id) => arbitraryDiagnosis.map((diagnosis) => ({ id, ...diagnosis }))))),
      plan: fc.option(fc.record({ madeOn: day, budget: fc.integer({ min: 0, max: 2 }) })),
      visits: fc.array(
        fc.record({ id: fc.constantFrom('v1', 'v2'), date: day, who: word }, { requiredKeys: ['date'] }),
      ),
      evidence: fc.uniqueArray(fc.record({ sha256: hash, name: word }), { selector: ({ sha256 }) => sha256 }),
    },
    { requiredKeys: ['enterprise', 'facts', 'diagnoses'] },
  )
  .chain((content) => unknownMembers.map((more) => Dossier.parse({ ...more, ...HEAD, ...content })));

/** A state with hundreds of answers. */
export const arbitraryLargeState: fc.Arbitrary<Dossier> = arbitraryMill.map((mill) => Dossier.parse(dossierJson(mill)));

const HEAD = { format: 'zhizhen-dossier', version: 1, id: 'mill-under-test' };

function pinned(ids: readonly string[]): Record<string, string> {
  return Object.fromEntries(ids.map((id) => [id, '1.0.0']));
}

/** Minus zero is no JSON that comes back. */
function parsed(json: string): unknown {
  return JSON.parse(JSON.stringify(JSON.parse(json)));
}
