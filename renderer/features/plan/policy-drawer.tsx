import { policiesFor, type PolicyReading } from '#assessments/planning/open-policies.ts';
import type { PlannedMeasure } from '#assessments/planning/planned-measures.ts';
import { fewIds, titleOf } from '#assessments/reporting/plan-text.ts';
import { conditionText, excludesText, givesText, untilText } from '#assessments/reporting/policy-text.ts';
import { wordsIn } from '#assessments/reporting/words.ts';
import { MOST_WAN, type Grant } from '#assessments/schema/plan.ts';
import { useRecord } from '../../app/use-record.ts';
import { useServices } from '../../app/services.ts';
import { useWords } from '../../i18n/use-words.ts';
import { Drawer } from '../../ui/drawer.tsx';
import { policies } from '../../documents/composer/plan-references.ts';
import { FigureField } from '../enterprise/figure-field.tsx';
import { Fact } from './fact.tsx';

const MANY_MEASURES = 4;

interface PolicyDrawerProps {
  readonly planned: readonly PlannedMeasure[];
  /** What the mill says it was granted, which adds to the budget. */
  readonly granted: readonly Grant[];
  readonly readOnly: boolean;
  readonly onGrant: (granted: Grant[]) => void;
  readonly onClose: () => void;
}

/** Public instruments in force today that may help the plan: what they give, until when, and what the mill must do. */
export function PolicyDrawer({ planned, granted, readOnly, onGrant, onClose }: PolicyDrawerProps) {
  const { say } = useWords();
  const { mill } = useRecord();
  const { today } = useServices();
  const found = policiesFor(policies.policies, mill, planned, today());
  const paying = found.filter(({ policy }) => policy.amount !== null).length;
  return (
    <Drawer title={say('plan-policies')} onClose={onClose}>
      <p className="hint">{say('policies-hint', { count: found.length, paying })}</p>
      <ul className="policies">
        {found.map((reading) => (
          <PolicyItem
            key={reading.policy.id}
            reading={reading}
            planned={planned}
            granted={granted}
            readOnly={readOnly}
            onGrant={onGrant}
          />
        ))}
      </ul>
    </Drawer>
  );
}

function PolicyItem({
  reading,
  planned,
  granted,
  readOnly,
  onGrant,
}: Omit<PolicyDrawerProps, 'onClose'> & { readonly reading: PolicyReading }) {
  const { say, pick, language } = useWords();
  const words = wordsIn(language);
  const { policy, measures, conditions } = reading;
  const only = excludesText(reading, words);
  const helped = planned.filter(({ item }) => measures.includes(item.id)).map((entry) => titleOf(entry, words));
  const about = [
    say(`policy-${policy.kind}`),
    pick(policy.issuer),
    policy.documentNo === null ? null : words.document(policy.documentNo),
    policy.issuedOn === null ? null : say('issued-on', { day: policy.issuedOn }),
    say('checked-on', { day: policy.checkedOn }),
  ].filter((part) => part !== null);
  return (
    <li>
      <b>{pick(policy.title)}</b> <small>{about.join(' · ')}</small>
      <dl className="measure-facts">
        <Fact term={words.say('column-gives')}>{givesText(policy, words)}</Fact>
        <Fact term={words.say('column-until')}>{untilText(policy, words)}</Fact>
        <Fact term={say('policy-who')}>{pick(policy.who)}</Fact>
        {conditions.length === 0 ? null : (
          <Fact term={say('policy-conditions')}>
            <ul>
              {conditions.map((one, i) => (
                <li key={i}>{conditionText(one, words)}</li>
              ))}
            </ul>
          </Fact>
        )}
        {only === '' ? null : <Fact term={say('policy-excludes')}>{only}</Fact>}
        {policy.changed === undefined ? null : <Fact term={say('policy-changed')}>{pick(policy.changed)}</Fact>}
        {helped.length === 0 ? null : (
          <Fact term={words.say('column-for-measures')}>{fewIds(helped, MANY_MEASURES, words)}</Fact>
        )}
        <Fact term={say('policy-source')}>{pick(policies.sources[policy.source]?.title)}</Fact>
      </dl>
      {policy.amount === null ? null : (
        <fieldset className="granted" disabled={readOnly}>
          <FigureField
            label={say('granted')}
            value={granted.find((grant) => grant.policy === policy.id)?.amountWan}
            most={MOST_WAN}
            onCommit={(amountWan) => {
              const others = granted.filter((grant) => grant.policy !== policy.id);
              onGrant(amountWan === null ? others : [...others, { policy: policy.id, amountWan }]);
            }}
          />
        </fieldset>
      )}
    </li>
  );
}
