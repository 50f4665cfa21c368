import type { PlanRequest } from '#assessments/schema/plan.ts';

/** What a card of the conversation shows and changes. */
export interface CardProps {
  readonly request: PlanRequest;
  readonly onChange: (request: PlanRequest) => void;
}
