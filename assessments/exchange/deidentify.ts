import { z } from 'zod';
import { AnswerValue, type Answer } from '../schema/answers.ts';
import { Dossier, Enterprise, EvidenceFile, type Diagnosis } from '../schema/dossier.ts';
import { ProductLine, YearFacts } from '../schema/facts.ts';
import { PackId } from '../schema/ids.ts';
import { MachineLine, SystemLine } from '../schema/machines.ts';
import { Measured, PlanItem, PlanRequest, storedPlan, TopicTarget, type StoredPlan } from '../schema/plan.ts';

export interface Disguise {
  /** A new id, from which nobody finds the way back to the dossier. */
  readonly id: string;
  /** What the enterprise is called instead; not empty. */
  readonly codeName: string;
  /** Whether the list of evidence is kept, under neutral names; its hashes tell whoever has the files whose they are. */
  readonly keepsEvidence: boolean;
}

/** In place of the reason why a question does not apply: free text goes, but that it does not apply counts. */
const WITHHELD = '——';

/** Ids of the catalogue and of ladders look like this; whatever else stands there may be a name. */
const MEASURE_ID = /^[A-Z]{2}\d{2}$/;
/** Ids of the mill's own measures begin so; what follows was made by chance or by hand and would know the plan again. */
const OWN = 'own-';
const LADDER_STEP_ID = /^[a-z0-9-]+$/;

/** Any other end of a file's name may be a part of it. */
const EXTENSION =
  /\.(jpe?g|png|gif|webp|bmp|hei[cf]|tiff?|pdf|docx?|xlsx?|pptx?|wps|et|dps|ofd|txt|csv|zip|rar|7z|mp[34]|mov|wav)$/i;

const KeptEnterprise = Enterprise.pick({
  subSectors: true,
  mainSubSector: true,
  processes: true,
  processType: true,
  employees: true,
}).strip();
/** Kinds and features are closed lists; what else is said of a machine or a system may name the mill or its suppliers. */
const KeptMachine = z.object(MachineLine.shape).omit({ note: true });
const KeptSystem = SystemLine.pick({ kind: true, since: true, cloud: true }).strip();
const KeptFacts = YearFacts.extend({
  'output.products': z.array(ProductLine.strip()).optional(),
  machines: z.array(KeptMachine).optional(),
  systems: z.array(KeptSystem).optional(),
});
const KeptValue = z.object(AnswerValue.shape).omit({ na: true, unknown: true });
const KeptFile = EvidenceFile.pick({ sha256: true, mime: true, bytes: true, addedOn: true }).strip();
const KeptRequest = PlanRequest.extend({ topics: z.partialRecord(PackId, TopicTarget.strip()).optional() }).strip();
const KeptItem = PlanItem.pick({
  phase: true,
  locked: true,
  startOn: true,
  endOn: true,
  state: true,
})
  .extend({ measured: Measured.strip().optional() })
  .strip();

/**
 * The dossier without what says whose it is. Only what is named here is kept: sub-sectors, processes, number of people,
 * city, figures of the years with kinds of machines and systems, days, pinned packs and answers of the diagnoses, and of a plan its request and measures
 * with phase, money, days and state. So name, credit code, county, contacts, notes, flags, reasons, owners, visits and
 * every property that this version does not know go. Every score stays as it was.
 */
export function deidentified(dossier: Dossier, disguise: Disguise): Dossier {
  const { enterprise, diagnoses, evidence } = dossier;
  const city = enterprise.region?.city;
  const plan = storedPlan(dossier.plan);
  return Dossier.parse({
    format: dossier.format,
    version: dossier.version,
    id: disguise.id,
    enterprise: {
      ...KeptEnterprise.parse(enterprise),
      name: disguise.codeName,
      ...(city === undefined ? {} : { region: { city } }),
    },
    facts: Object.fromEntries(Object.entries(dossier.facts).map(([year, facts]) => [year, KeptFacts.parse(facts)])),
    diagnoses: diagnoses.map((diagnosis, i) => keptDiagnosis(diagnosis, i, disguise)),
    ...(plan === null ? {} : { plan: keptPlan(plan, diagnoses) }),
    ...(disguise.keepsEvidence && evidence !== undefined ? { evidence: evidence.map(keptFile) } : {}),
  });
}

/** Ids are made by chance once and would tell that two dossiers are the same mill's. */
function roundId(position: number): string {
  return `round-${position + 1}`;
}

function keptDiagnosis({ openedOn, year, packs, answers }: Diagnosis, position: number, disguise: Disguise) {
  const kept = Object.entries(answers).map(([question, answer]) => [question, keptAnswer(answer, disguise)] as const);
  return {
    id: roundId(position),
    openedOn,
    year,
    packs,
    answers: Object.fromEntries(kept.filter(([, answer]) => Object.keys(answer).length > 0)),
  };
}

function keptAnswer({ self, verified, evidence }: Answer, { keepsEvidence }: Disguise) {
  return {
    ...(self === undefined ? {} : { self: keptValue(self) }),
    ...(verified === undefined ? {} : { verified: keptValue(verified) }),
    ...(keepsEvidence && evidence !== undefined ? { evidence } : {}),
  };
}

function keptValue(value: AnswerValue) {
  if (value.na !== undefined) return { na: WITHHELD };
  return value.unknown === undefined ? KeptValue.parse(value) : { unknown: '' };
}

function keptFile(file: EvidenceFile, position: number) {
  const { mime, ...kept } = KeptFile.parse(file);
  const [extension = ''] = EXTENSION.exec(file.name ?? '') ?? [];
  return {
    ...kept,
    ...(file.name === undefined ? {} : { name: `${position + 1}${extension}` }),
    ...(mime !== undefined && /^(application|audio|image|text|video)\/[a-z0-9.+-]+$/.test(mime) ? { mime } : {}),
  };
}

function keptPlan(plan: StoredPlan, diagnoses: readonly Diagnosis[]) {
  const own = plan.items.map(({ id }) => id).filter((id) => id.startsWith(OWN));
  const keptId = (id: string) => (id.startsWith(OWN) ? `${OWN}${own.indexOf(id) + 1}` : id);
  const keptIds = (ids: readonly string[]) => ids.filter((id) => own.includes(id) || MEASURE_ID.test(id)).map(keptId);
  const { must, mustNot, inPlace, recognition, granted: _granted, ...request } = KeptRequest.parse(plan.request);
  const round = diagnoses.findIndex(({ id }) => id === plan.diagnosis);
  return {
    madeOn: plan.madeOn,
    diagnosis: round < 0 ? '' : roundId(round),
    request: {
      ...request,
      ...(must === undefined ? {} : { must: keptIds(must) }),
      ...(mustNot === undefined ? {} : { mustNot: keptIds(mustNot) }),
      ...(inPlace === undefined ? {} : { inPlace: keptIds(inPlace) }),
      ...(recognition !== undefined && LADDER_STEP_ID.test(recognition) ? { recognition } : {}),
    },
    items: plan.items
      .filter(({ id }) => own.includes(id) || MEASURE_ID.test(id))
      .map((item) => ({ ...KeptItem.parse(item), id: keptId(item.id) })),
    ...(plan.gap === undefined ? {} : { gap: plan.gap }),
  };
}
