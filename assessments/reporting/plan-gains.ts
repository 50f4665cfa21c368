import type { GateState } from '../schema/result.ts';
import { roundedDown } from '../scoring/shown-number.ts';
import type { Mill } from './report-input.ts';

/** A question or KPI that the plan lifts, on the low bound, or a gate that changes. */
export type Gain =
  | { readonly kind: 'points'; readonly id: string; readonly before: number; readonly after: number }
  | { readonly kind: 'gate'; readonly id: string; readonly before: GateState; readonly after: GateState };

export type PointsBefore = ReadonlyMap<string, Gain>;

/** Everything of the scored topics that the plan makes better, by question. */
export function pointsOf(mill: Mill, after: Mill): PointsBefore {
  const gains = new Map<string, Gain>();
  for (const { id, result } of mill.topics) {
    const then = after.result.packs[id];
    for (const { question, points } of result.trace) {
      const line = then?.trace.find((candidate) => candidate.question === question);
      if (line === undefined || roundedDown(line.points.low) <= roundedDown(points.low)) continue;
      gains.set(question, { kind: 'points', id: question, before: points.low, after: line.points.low });
    }
    for (const gate of result.gates) {
      const state = then?.gates.find((candidate) => candidate.id === gate.id)?.state ?? gate.state;
      if (state !== 'met' || gate.state === 'met') continue;
      gains.set(gate.id, { kind: 'gate', id: gate.id, before: gate.state, after: state });
    }
  }
  return gains;
}
