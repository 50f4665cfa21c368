import { reaches } from '../indicators/comparison.ts';
import type { Gbt39116 } from '../schema/pack.ts';
import type { IndicativeGbt39116 } from '../schema/result.ts';
import type { ProcessType } from '../schema/vocabulary.ts';
import { scored, type AskedQuestion } from './asked-questions.ts';

const LEVELS = [1, 2, 3, 4, 5] as const;

/**
 * Indicative level after GB/T 39116-2020, on the low bound; a reference, not a certificate.
 * All null where no question maps to a sub-domain.
 */
export function indicativeGbt39116(
  model: Gbt39116,
  asked: readonly AskedQuestion[],
  type: ProcessType,
): IndicativeGbt39116 {
  const credits = LEVELS.map((level) => creditAt(model, asked, type, level));
  const a = credits.filter((credit) => credit !== null);
  if (a.length < LEVELS.length) return { level: null, s: null, a: null };
  const firstFailed = a.findIndex((credit) => !reaches(credit, model.passAt));
  const level = firstFailed === -1 ? LEVELS.length : firstFailed;
  return { level, s: level + (a[level] ?? 0), a };
}

/** A_k: elements from domains from sub-domains from questions; absent members re-spread. */
function creditAt(model: Gbt39116, asked: readonly AskedQuestion[], type: ProcessType, level: number): number | null {
  const subDomain = (name: string) =>
    mean(
      scored(asked)
        .filter((entry) => entry.question.basis.subDomain === name)
        .map((entry) => ({ weight: 1, value: creditOf(entry.rung.low, level) })),
    );
  const domain = (names: readonly string[]) => mean(names.map((name) => ({ weight: 1, value: subDomain(name) })));
  return mean(
    model.elements.map((element) => ({
      weight: element.weight[type],
      value: mean(element.domains.map((entry) => ({ weight: entry.weight[type], value: domain(entry.subDomains) }))),
    })),
  );
}

/** Full credit at the rung, half for a rung in progress towards it. */
function creditOf(rung: number, level: number): number {
  if (rung >= level) return 1;
  return rung === level - 0.5 ? 0.5 : 0;
}

function mean(members: readonly { readonly weight: number; readonly value: number | null }[]): number | null {
  const present = members.filter((member) => member.value !== null);
  const total = present.reduce((sum, member) => sum + member.weight, 0);
  if (total === 0) return null;
  return present.reduce((sum, member) => sum + (member.weight * (member.value ?? 0)) / total, 0);
}
