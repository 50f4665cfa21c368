import { z } from 'zod';
import { Answer } from './answers.ts';
import { CreditCode } from './credit-code.ts';
import { YearFacts } from './facts.ts';
import { DossierId, IsoDate, PackId } from './ids.ts';
import { Quantity } from './quantity.ts';
import { Remarks } from './remarks.ts';
import { Year } from './units.ts';
import { City, Process, ProcessType, SubSector } from './vocabulary.ts';

export const DOSSIER_FORMAT = 'zhizhen-dossier';
export const DOSSIER_VERSION = 1;

const Contact = z.looseObject({
  name: z.string().optional(),
  role: z.string().optional(),
  phone: z.string().optional(),
});

/** Who the enterprise is. Sub-sectors and processes decide which questions apply; both may be empty. */
export const Enterprise = z.looseObject({
  name: z.string().regex(/\S/, { error: 'empty' }),
  uscc: CreditCode.optional(),
  region: z.looseObject({ city: City.optional(), county: z.string().optional() }).optional(),
  subSectors: z.array(SubSector),
  mainSubSector: SubSector.optional(),
  processes: z.array(Process),
  processType: ProcessType.optional(),
  employees: Quantity.optional(),
  contacts: z.array(Contact).optional(),
});
export type Enterprise = z.infer<typeof Enterprise>;

/** Who took part in a round: by name, by role or both. */
const TeamMember = z
  .looseObject({
    name: z.string().optional(),
    role: z.string().optional(),
    unit: z.string().optional(),
    duty: z.string().optional(),
  })
  .refine(({ name = '', role = '' }) => /\S/.test(name + role), { error: 'empty' });
export type TeamMember = z.infer<typeof TeamMember>;

/** One round of questions about the facts of one year, pinned to pack versions. */
export const Diagnosis = z.looseObject({
  id: z.string().min(1, { error: 'empty' }),
  openedOn: IsoDate,
  year: Year,
  packs: z.partialRecord(PackId, z.string()),
  answers: z.record(z.string(), Answer),
  team: z.array(TeamMember).optional(),
  remarks: Remarks.optional(),
});
export type Diagnosis = z.infer<typeof Diagnosis>;

/** A file that proves answers, known by the SHA-256 of its bytes. */
export const EvidenceFile = z.looseObject({
  sha256: z.string().regex(/^(sha256:)?[0-9a-f]{64}$/, { error: 'bad-hash' }),
  name: z.string().optional(),
  mime: z.string().optional(),
  bytes: z.int().min(0, { error: 'negative' }).optional(),
  addedOn: IsoDate.optional(),
  note: z.string().optional(),
});
export type EvidenceFile = z.infer<typeof EvidenceFile>;

/**
 * The exchange file of one enterprise. Properties this version does not know are kept and written back. The revision grows
 * with every change, so that of two states of one enterprise the later is known without a clock.
 */
export const Dossier = z.looseObject({
  format: z.literal(DOSSIER_FORMAT, { error: 'wrong-format' }),
  version: z.literal(DOSSIER_VERSION, { error: 'wrong-version' }),
  id: DossierId,
  revision: z.int().min(0, { error: 'negative' }).optional(),
  enterprise: Enterprise,
  facts: z.record(z.string().regex(/^(19|2\d)\d{2}$/, { error: 'bad-year' }), YearFacts),
  diagnoses: z.array(Diagnosis),
  plan: z.looseObject({}).nullable().optional(),
  visits: z.array(z.looseObject({})).optional(),
  evidence: z.array(EvidenceFile).optional(),
});
export type Dossier = z.infer<typeof Dossier>;
