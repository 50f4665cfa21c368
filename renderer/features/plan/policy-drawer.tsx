import type { PlannedMeasure } from '#assessments/planning/planned-measures.ts';
import { policiesFor } from '#assessments/planning/open-policies.ts';
import { useServices } from '../../app/services.ts';
import { useRecord } from '../../app/use-record.ts';
import { useWords } from '../../i18n/use-words.ts';
import { Drawer } from '../../ui/drawer.tsx';
import { policies } from '../../documents/composer/plan-references.ts';

/** Public instruments that may help the plan; what is over, unverified or not yet announced is background only. */
export function PolicyDrawer({
  planned,
  onClose,
}: {
  readonly planned: readonly PlannedMeasure[];
  readonly onClose: () => void;
}) {
  const { say, pick } = useWords();
  const { dossier } = useRecord();
  const { today } = useServices();
  const found = policiesFor(policies.policies, dossier.enterprise, planned, today());
  const asMoney = found.filter(({ policy, standing }) => standing === 'current' && policy.money !== null);
  return (
    <Drawer title={say('plan-policies')} onClose={onClose}>
      <p className="hint">{say('policies-hint', { count: asMoney.length })}</p>
      {(['current', 'confirm', 'unverified', 'expired'] as const).map((standing) => {
        const members = found.filter((entry) => entry.standing === standing);
        return members.length === 0 ? null : (
          <section key={standing}>
            <h3>{say(`policies-${standing}`, { count: members.length })}</h3>
            <ul className="policies">
              {members.map(({ policy }) => (
                <li key={policy.id}>
                  <b>{pick(policy.title)}</b>{' '}
                  <small>
                    {[
                      say(`policy-${policy.kind}`),
                      pick(policy.issuer),
                      policy.documentNo ?? '',
                      policy.issuedOn === null ? '' : say('issued-on', { day: policy.issuedOn }),
                      policy.validUntil === null ? '' : say('valid-until', { day: policy.validUntil }),
                      say('checked-on', { day: policy.checkedOn }),
                    ]
                      .filter((part) => part !== '')
                      .join(' · ')}
                  </small>
                  <br />
                  {pick(policy.gives)}
                  <br />
                  {say('policy-who', { who: pick(policy.who) })}
                  <br />
                  <small>{say('policy-source', { source: pick(policies.sources[policy.source]?.title) })}</small>
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </Drawer>
  );
}
