import { Dossier } from '#assessments/schema/dossier.ts';
import type { EnterpriseRow } from '#renderer/storage/database.ts';
import { dossierJson, type MillSketch } from './dossiers.ts';

/** A row of the list of enterprises; changed at 0, in use and never diagnosed unless it is said. */
export function enterpriseRow(mill: MillSketch, row: Partial<Omit<EnterpriseRow, 'base'>> = {}): EnterpriseRow {
  const { id, enterprise, facts } = Dossier.parse(dossierJson(mill));
  return { id, base: { enterprise, facts }, changedAt: 0, archivedAt: null, deletedAt: null, summary: null, ...row };
}
