import { createContext, use } from 'react';
import type { Side } from './answer-state.ts';

/** What all cards of the page share: whose answers are entered, and which question the keys answer. */
export interface CardContext {
  readonly side: Side;
  readonly active: string | null;
  readonly activate: (question: string) => void;
}

export const CardContext = createContext<CardContext>({ side: 'self', active: null, activate: () => undefined });
export const useCardContext = () => use(CardContext);
