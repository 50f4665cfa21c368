import { createContext, use } from 'react';
import type { DesktopApi } from '#electron/contract/desktop-api.ts';
import type { EnterpriseStore } from '../storage/enterprise-store.ts';
import type { GivenPackage } from '../platform/given-package.ts';
import type { HostHealth } from '../platform/host-health.ts';
import type { Mirror } from '../storage/mirror.ts';
import type { OpenRecords } from '../storage/open-records.ts';
import type { EvidenceSweep } from '../storage/sweep-evidence.ts';
import type { RestoreOffer } from '../storage/restore-offer.ts';

/** What the window takes from outside: storage, the host, clock and chance. */
export interface Services {
  readonly store: EnterpriseStore;
  readonly records: OpenRecords;
  readonly desktop: DesktopApi;
  readonly hostHealth: HostHealth;
  readonly mirror: Mirror;
  readonly restoreOffer: RestoreOffer;
  readonly evidenceSweep: EvidenceSweep;
  readonly givenPackage: GivenPackage;
  readonly now: () => number;
  /** Day of today, YYYY-MM-DD, where the user is. */
  readonly today: () => string;
  /** A new id such as `ent-4k2x9p0q7w`. */
  readonly newId: (prefix: string) => string;
}

export const ServicesContext = createContext<Services | null>(null);

export function useServices(): Services {
  const services = use(ServicesContext);
  if (services === null) throw new Error('no services above this component');
  return services;
}
