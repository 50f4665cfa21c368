import { HOME, stepPath } from '../../app/routes.ts';

const AT_LIST = ['new', 'import', 'search'] as const;
const AT_ENTERPRISE = ['board', 'steps', 'facts', 'questions', 'plan', 'report'] as const;

/** Something that the tour shows: where it is, and by which element it stands. */
export interface Station {
  readonly id: (typeof AT_LIST)[number] | (typeof AT_ENTERPRISE)[number];
  readonly path: string;
  readonly anchor: string;
}

const ANCHORS: Readonly<Record<Station['id'], string>> = {
  new: '[data-command="new-enterprise"]',
  import: '[data-command="import"]',
  search: '.palette-button',
  board: '.board-head',
  steps: 'nav.steps',
  facts: '.fact-row:not(.fact-head)',
  questions: '.card h3',
  plan: '.plan-request > summary',
  report: '.documents',
};

/** The stations of the list, or of an enterprise, in their order. */
export function stationsOf(enterprise: string | null): readonly Station[] {
  if (enterprise === null) return AT_LIST.map((id) => ({ id, path: HOME, anchor: ANCHORS[id] }));
  return AT_ENTERPRISE.map((id) => ({
    id,
    path: stepPath(enterprise, id === 'steps' ? 'board' : id),
    anchor: ANCHORS[id],
  }));
}
