/**
 * Colours by meaning, shared by screen and paper. Text colours have 4.5:1 or more on paper white;
 * the fills differ in darkness, so that a black-and-white print still tells them apart.
 */
export const PALETTE = {
  ink: '#14213d',
  text: '#262b36',
  muted: '#5b6472',
  grid: '#d3d9e2',
  paper: '#ffffff',
  primary: '#1f4e79',
  'primary-soft': '#dce7f2',
  accent: '#0f766e',
  good: '#1d6b3a',
  warning: '#8a5a00',
  bad: '#a32020',
  band: '#eef2f7',
} as const;

/** The same meanings on a dark screen; paper is always light. */
export const DARK_PALETTE: Readonly<Record<keyof typeof PALETTE, string>> = {
  ink: '#eef2f8',
  text: '#d7dde6',
  muted: '#9aa5b4',
  grid: '#38414e',
  paper: '#161b22',
  primary: '#8ab8e6',
  'primary-soft': '#22364a',
  accent: '#4fc3b4',
  good: '#6cc48a',
  warning: '#e0b04e',
  bad: '#f08a8a',
  band: '#1f2630',
};

/** Text colour of a tone. */
export const TONE_INKS = {
  normal: 'text',
  muted: 'muted',
  good: 'good',
  warning: 'warning',
  bad: 'bad',
  accent: 'primary',
} as const;

/** Tinted ground behind a callout of a tone. */
export const TONE_GROUNDS = {
  normal: '#eef2f7',
  muted: '#f3f4f6',
  good: '#e6f2ea',
  warning: '#fbf1dc',
  bad: '#fae6e6',
  accent: '#dce7f2',
} as const;
