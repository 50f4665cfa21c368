import type { Measure } from '#assessments/schema/measure.ts';
import { factSheet } from '#assessments/schema/fact-sheet.ts';
import { NUMERIC_FACT_IDS } from '#assessments/schema/facts.ts';
import { LANGUAGES, type Language, type LocalizedText } from '#assessments/schema/localized-text.ts';
import type { ScoredMill } from '#assessments/scoring/scored-mill.ts';
import { rememberedPlace } from '../../app/remembered-place.ts';
import {
  FACT_PARTS,
  factsPath,
  HOME,
  PAGES,
  planPath,
  REPORT_PARTS,
  reportPath,
  resultsPath,
  sectionPath,
  stepPath,
} from '../../app/routes.ts';
import { TEXT_SIZES, THEMES, type Settings } from '../../app/settings.tsx';
import { texts, type WindowTextId } from '../../i18n/texts.ts';
import type { EnterpriseRow } from '../../storage/database.ts';
import { sectionsOf } from '../questionnaire/sections.ts';
import type { Entry, Kind } from './find.ts';

/** What choosing an entry does. */
export type Deed =
  /** Goes to a place, and to the first field or button in an element of it. */
  | { readonly kind: 'go'; readonly path: string; readonly field?: string }
  /** Presses a button that stands at a place. */
  | { readonly kind: 'press'; readonly path: string; readonly button: string }
  | { readonly kind: 'set'; readonly settings: Partial<Settings> };

export interface PaletteEntry extends Entry {
  readonly deed: Deed;
}

const RESULT_TABS = ['compare', 'answers', 'method'] as const;
const LANGUAGE_COMMANDS = { 'zh-CN': 'command-chinese', en: 'command-english' } as const;

/** Enterprises that are not deleted, in the order given. */
export function enterpriseEntries(rows: readonly EnterpriseRow[]): PaletteEntry[] {
  return rows
    .filter(({ deletedAt }) => deletedAt === null)
    .map(({ id, base: { enterprise } }) => ({
      kind: 'enterprise',
      code: enterprise.uscc ?? '',
      title: enterprise.name,
      also: '',
      deed: { kind: 'go', path: rememberedPlace(id) },
    }));
}

/** The questions that a mill is asked, and the figures of its year. */
export function millEntries(mill: ScoredMill, language: Language): PaletteEntry[] {
  const { id } = mill.dossier;
  const questions = sectionsOf(mill).flatMap((section) =>
    section.asked.map((question) =>
      entry('question', question.id, question.stem, language, {
        kind: 'go',
        path: sectionPath(id, section.pack, section.id, question.id),
      }),
    ),
  );
  const figures = NUMERIC_FACT_IDS.map((fact) =>
    entry('fact', fact, factSheet[fact].label, language, {
      kind: 'go',
      path: factsPath(id, 'figures'),
      field: `[data-fact="${fact}"]`,
    }),
  );
  return [...questions, ...figures];
}

/** The measures of the catalogue, each opened beside the plan of an enterprise. */
export function measureEntries(measures: readonly Measure[], enterprise: string, language: Language): PaletteEntry[] {
  return measures.map(({ id, name }) =>
    entry('measure', id, name, language, { kind: 'go', path: planPath(enterprise, id) }),
  );
}

/** The list, and where an enterprise is given, its steps and their parts. */
export function pageEntries(enterprise: string | null, language: Language): PaletteEntry[] {
  const page = (path: string, ...ids: WindowTextId[]) => entry('page', '', joined(ids), language, { kind: 'go', path });
  const list = page(HOME, 'home');
  if (enterprise === null) return [list];
  return [
    ...PAGES.map((step) => page(stepPath(enterprise, step), step === 'quick' ? 'quick-title' : `step-${step}`)),
    ...FACT_PARTS.slice(1).map((part) => page(factsPath(enterprise, part), 'step-facts', `facts-${part}`)),
    ...RESULT_TABS.map((tab) => page(resultsPath(enterprise, tab), 'step-results', `tab-${tab}`)),
    ...REPORT_PARTS.slice(1).map((part) => page(reportPath(enterprise, part), 'step-report', `report-${part}`)),
    list,
  ];
}

/** What can be done from anywhere; of the settings those that are not so already. */
export function commandEntries(enterprise: string | null, now: Settings): PaletteEntry[] {
  const command = (deed: Deed, ...ids: WindowTextId[]) => entry('command', '', joined(ids), now.language, deed);
  const atHome = (name: 'new-enterprise' | 'import' | 'package-open') =>
    command({ kind: 'press', path: HOME, button: `[data-command="${name}"]` }, name);
  return [
    atHome('new-enterprise'),
    atHome('import'),
    atHome('package-open'),
    ...(enterprise === null
      ? []
      : [
          command(
            { kind: 'go', path: reportPath(enterprise, 'documents'), field: '.documents' },
            'command-make-report',
          ),
        ]),
    ...THEMES.filter((theme) => theme !== now.theme).map((theme) =>
      command({ kind: 'set', settings: { theme } }, 'theme', `theme-${theme}`),
    ),
    ...TEXT_SIZES.filter((textSize) => textSize !== now.textSize).map((textSize) =>
      command({ kind: 'set', settings: { textSize } }, 'text-size', `size-${textSize}`),
    ),
    ...LANGUAGES.filter((language) => language !== now.language).map((language) =>
      command({ kind: 'set', settings: { language } }, LANGUAGE_COMMANDS[language]),
    ),
  ];
}

function entry(kind: Kind, code: string, text: LocalizedText, language: Language, deed: Deed): PaletteEntry {
  const also = LANGUAGES.filter((other) => other !== language).map((other) => text[other]);
  return { kind, code, title: text[language], also: also.join(' '), deed };
}

function joined(ids: readonly WindowTextId[]): LocalizedText {
  return {
    'zh-CN': ids.map((id) => texts[id]['zh-CN']).join(' · '),
    en: ids.map((id) => texts[id].en).join(' · '),
  };
}
