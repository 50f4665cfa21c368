import { sizeClass } from '../../indicators/size-class.ts';
import sizeRule from '../../indicators/size-classes.json' with { type: 'json' };
import type { CoverBlock } from '../report-document.ts';
import type { Mill } from '../report-input.ts';
import { openItems, totalCounts } from '../counts.ts';
import { memberText } from '../member-text.ts';
import { textId } from '../words.ts';

const DEMO_NAME = '示例';

/** A fictitious enterprise: its name begins with 示例, and every page says so. */
export function demoMark(mill: Mill): string {
  return mill.name.startsWith(DEMO_NAME) ? mill.words.say('demo-mark') : '';
}

export function cover(mill: Mill): CoverBlock {
  const { dossier, diagnosis, result, words } = mill;
  const { enterprise } = dossier;
  return {
    kind: 'cover',
    kicker: words.say('cover-kicker'),
    title: words.say('cover-title'),
    enterprise: mill.name,
    rows: [
      [words.say('cover-uscc'), enterprise.uscc ?? words.say('not-given')],
      [words.say('cover-region'), regionText(mill) || words.say('not-given')],
      [words.say('cover-sectors'), sectors(mill) || words.say('not-given')],
      [
        words.say('cover-processes'),
        words.list(enterprise.processes.map((process) => words.say(textId('process-', process)))) ||
          words.say('not-given'),
      ],
      [words.say('cover-size'), bareSize(mill)],
      ...contacts(mill),
      ...team(mill),
      ...preparedBy(mill),
      [words.say('cover-date'), result.asOf],
      [words.say('cover-number'), `${dossier.id}/${diagnosis.id}`],
      [words.say('cover-opened'), diagnosis.openedOn],
      [words.say('cover-year'), String(diagnosis.year)],
    ],
    mark: demoMark(mill),
    notice: words.say('cover-notice', {
      name: mill.name,
      packs: mill.topics.length,
      answered: totalCounts(mill).answered,
      unknown: openItems(mill).length,
    }),
    ...(mill.choices?.logo === undefined ? {} : { logo: mill.choices.logo }),
  };
}

function contacts({ dossier, words }: Mill): [string, string][] {
  const people = (dossier.enterprise.contacts ?? []).map(({ name, role, phone }) =>
    [name, role, phone].filter((part) => part !== undefined && part !== '').join(' '),
  );
  return people.length === 0 ? [] : [[words.say('contacts'), people.join('\n')]];
}

/** Who took part in the round, a line each. */
function team({ diagnosis, words }: Mill): [string, string][] {
  const lines = (diagnosis.team ?? []).map((member) => memberText(member, words));
  return lines.length === 0 ? [] : [[words.say('cover-team'), lines.join('\n')]];
}

function preparedBy({ choices, words }: Mill): [string, string][] {
  const name = choices?.preparedBy ?? '';
  return name === '' ? [] : [[words.say('cover-prepared-by'), name]];
}

/** The sub-sectors of the mill as a list; empty where none is given. */
export function sectors({ dossier, words }: Mill): string {
  return words.list(dossier.enterprise.subSectors.map((sector) => words.say(textId('sector-', sector))));
}

/** The size of the mill with the rule that says so, which has a mark. */
export function sizeText(mill: Mill): string {
  const { words } = mill;
  return sizeIn(mill, (values) =>
    words.say('cover-size-value', { ...values, document: words.document(sizeRule.documentNo) }),
  );
}

/** The same without the rule: a cover has no foot that would explain a mark. */
function bareSize(mill: Mill): string {
  return sizeIn(mill, (values) => mill.words.say('cover-size-bare', values));
}

type Size = { readonly size: string; readonly employees: number };

function sizeIn({ dossier, facts, words }: Mill, say: (values: Size) => string): string {
  const size = sizeClass(dossier.enterprise, facts.now);
  const employees = facts.now['people.employees'] ?? dossier.enterprise.employees;
  if (size === null || employees === undefined) return words.say('unknown');
  return say({ size: words.say(textId('size-', size)), employees });
}

/** City and county of the mill: 滨州市 滨城区, Bincheng District, Binzhou; empty where neither is given. */
export function regionText({ dossier, words }: Pick<Mill, 'dossier' | 'words'>): string {
  const { city, county } = dossier.enterprise.region ?? {};
  const parts = [city, county].flatMap((part) => (part === undefined ? [] : [words.region(part)]));
  return words.language === 'en' ? parts.reverse().join(', ') : parts.join(' ');
}
