import { createContext, use } from 'react';
import type { Side } from './answer-state.ts';

/** What all cards of the page share: whose answers are entered, and which question the keys answer. */
export interface CardContext {
  readonly side: Side;
  readonly active: string | null;
  readonly activate: (question: string) => void;
  /** The question that the address leads to; its card takes the focus when it appears. */
  readonly target: string | null;
}

export const CardContext = createContext<CardContext>({
  side: 'self',
  active: null,
  activate: () => undefined,
  target: null,
});
export const useCardContext = () => use(CardContext);
