import type { DesktopApi } from '#electron/contract/desktop-api.ts';
import type { EnterpriseStore } from './enterprise-store.ts';

const KEY = 'zhizhen-swept-at';
const PERIOD_MS = 7 * 24 * 3600 * 1000;

/**
 * Once a week has the host remove evidence that nothing names any more: nothing in the database, archived, deleted and set
 * aside included, and, as the host sees to by itself, no copy outside it.
 */
export async function sweepEvidence(
  desktop: Pick<DesktopApi, 'sweepEvidence'>,
  store: Pick<EnterpriseStore, 'evidenceNamed'>,
  now: number,
): Promise<void> {
  const last = Number(localStorage.getItem(KEY) ?? 0);
  if (Math.abs(now - last) < PERIOD_MS) return;
  const swept = await desktop.sweepEvidence({ referenced: await store.evidenceNamed() });
  if (swept.kind === 'done') localStorage.setItem(KEY, String(now));
}
