import type { MachineLine } from '../schema/machines.ts';

/** The lines of the register of one kind, added up. */
export interface KindOfMachines {
  readonly kind: string;
  readonly count: number;
  /** How many are known to be networked, and how many known not to be; the rest is unknown. */
  readonly networked: number;
  readonly apart: number;
  readonly lines: readonly MachineLine[];
}

/** The register by kind, in its order. */
export function machinesByKind(lines: readonly MachineLine[]): KindOfMachines[] {
  return [...new Set(lines.map(({ kind }) => kind))].map((kind) => {
    const own = lines.filter((line) => line.kind === kind);
    const sum = (of: (line: MachineLine) => number) => own.reduce((total, line) => total + of(line), 0);
    return {
      kind,
      count: sum(({ count }) => count),
      networked: sum(({ networked = 0 }) => networked),
      apart: sum(({ count, networked }) => (networked === undefined ? 0 : count - networked)),
      lines: own,
    };
  });
}

/** How many machines of a kind lack a feature; lines that do not say count as having it. */
export function lackingOf({ lines }: KindOfMachines, feature: string): number {
  return lines.reduce((total, { count, with: has = {} }) => total + count - (has[feature] ?? count), 0);
}
