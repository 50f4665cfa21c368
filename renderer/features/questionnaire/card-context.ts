import { createContext, use } from 'react';
import type { Side, Verification } from './answer-state.ts';

/** What all cards of the page share: whose answers are entered, and which question the keys answer. */
export interface CardContext {
  readonly side: Side;
  /** Noted beside what is entered on the verified side. */
  readonly verification?: Verification;
  readonly active: string | null;
  readonly activate: (question: string) => void;
  /** The question that the address leads to; its card takes the focus when it appears. */
  readonly target: string | null;
  /** Opens the guidance to a question where it does not stand beside the cards; absent where the page has none. */
  readonly onGuidance?: (question: string) => void;
}

export const CardContext = createContext<CardContext>({
  side: 'self',
  active: null,
  activate: () => undefined,
  target: null,
});
export const useCardContext = () => use(CardContext);
