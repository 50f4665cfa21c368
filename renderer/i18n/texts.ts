import board from '../features/board/texts.json' with { type: 'json' };
import quick from '../features/quick/texts.json' with { type: 'json' };
import app from '../app/texts.json' with { type: 'json' };
import enterprise from '../features/enterprise/texts.json' with { type: 'json' };
import home from '../features/home/texts.json' with { type: 'json' };
import palette from '../features/palette/texts.json' with { type: 'json' };
import plan from '../features/plan/texts.json' with { type: 'json' };
import questionnaire from '../features/questionnaire/texts.json' with { type: 'json' };
import report from '../features/report/texts.json' with { type: 'json' };
import results from '../features/results/texts.json' with { type: 'json' };
import tables from '../features/tables/texts.json' with { type: 'json' };
import tour from '../features/tour/texts.json' with { type: 'json' };
import ui from '../ui/texts.json' with { type: 'json' };
import shared from './texts.json' with { type: 'json' };

/** Every text of the window: what one room says stands beside it, what several say stands here. No id stands in two files. */
export const texts = {
  ...shared,
  ...ui,
  ...app,
  ...board,
  ...quick,
  ...home,
  ...enterprise,
  ...questionnaire,
  ...results,
  ...plan,
  ...report,
  ...tables,
  ...palette,
  ...tour,
};

export type WindowTextId = keyof typeof texts;
