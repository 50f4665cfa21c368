import type { Guidance, Pack } from '../schema/pack.ts';

/** Help beside questions and KPIs, by their id. */
export type Help = Readonly<Record<string, Guidance>>;

/** A version of a pack as it was released: never edited, never taken away. */
export interface Release<P extends Pack = Pack> {
  readonly pack: P;
  /** Loaded when it is first needed, as scoring does without. */
  readonly guidance: () => Promise<Help>;
}
