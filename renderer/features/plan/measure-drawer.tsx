import { costOf } from '#assessments/planning/cost-of.ts';
import { liftedBy } from '#assessments/planning/lifted-answers.ts';
import { percent, wan } from '#assessments/reporting/plan-text.ts';
import { computed } from '#assessments/reporting/shown-figure.ts';
import { IsoDate } from '#assessments/schema/ids.ts';
import { needsVerification, type Mark } from '#assessments/schema/marks.ts';
import type { Measure } from '#assessments/schema/measure.ts';
import { MOST_WAN, type PlanItem } from '#assessments/schema/plan.ts';
import { useRecord } from '../../app/use-record.ts';
import { useWords } from '../../i18n/use-words.ts';
import { DraftField } from '../../ui/draft-field.tsx';
import { Drawer } from '../../ui/drawer.tsx';
import { FigureField } from '../enterprise/figure-field.tsx';
import { catalogue } from '../../documents/composer/plan-references.ts';
import { Fact } from './fact.tsx';

interface MeasureDrawerProps {
  readonly id: string;
  /** The item of the plan; null for a measure that is not in it. */
  readonly item: PlanItem | null;
  readonly onEdit: (part: Partial<PlanItem>) => void;
  readonly onRemove: () => void;
  readonly onClose: () => void;
}

/** A measure with the origin of every figure, and what the enterprise makes of it. */
export function MeasureDrawer({ id, item, onEdit, onRemove, onClose }: MeasureDrawerProps) {
  const { say, pick } = useWords();
  const { readOnly } = useRecord();
  const measure = catalogue.byId.get(id) ?? null;
  return (
    <Drawer
      title={measure === null ? (item?.name ?? id) : pick(measure.name)}
      onClose={onClose}
      actions={
        item === null ? null : (
          <button type="button" disabled={readOnly} onClick={onRemove}>
            {say('remove-from-plan')}
          </button>
        )
      }
    >
      {measure === null ? null : <MeasureFacts measure={measure} />}
      {item === null ? null : (
        <fieldset className="form" disabled={readOnly}>
          <h3>{say('own-entries')}</h3>
          <FigureField
            label={say('own-cost')}
            value={item.costWan}
            most={MOST_WAN}
            onCommit={(costWan) => onEdit({ costWan: costWan ?? undefined })}
          />
          <DraftField label={say('owner')} value={item.owner ?? ''} onCommit={(owner) => onEdit({ owner })} />
          <div className="field-row">
            <DateField label={say('start-on')} value={item.startOn} onChange={(startOn) => onEdit({ startOn })} />
            <DateField label={say('end-on')} value={item.endOn} onChange={(endOn) => onEdit({ endOn })} />
          </div>
          <DraftField multiline label={say('note')} value={item.note ?? ''} onCommit={(note) => onEdit({ note })} />
        </fieldset>
      )}
    </Drawer>
  );
}

function DateField({
  label,
  value,
  onChange,
}: {
  readonly label: string;
  readonly value: string | undefined;
  readonly onChange: (day: PlanItem['startOn']) => void;
}) {
  return (
    <label className="field">
      <span className="field-label">{label}</span>
      <input
        type="date"
        value={value ?? ''}
        onChange={({ target }) => {
          const day = IsoDate.safeParse(target.value);
          onChange(day.success ? day.data : undefined);
        }}
      />
    </label>
  );
}

function MeasureFacts({ measure }: { readonly measure: Measure }) {
  const { say, pick } = useWords();
  const { mill } = useRecord();
  const cost = costOf(measure, mill.facts.now);
  const { sources, byId } = catalogue;
  const origin = (source: string | null, mark: Mark) =>
    `${source === null ? say('our-estimate') : pick(sources[source]?.title)}${needsVerification(mark) ? ` · ${say('reference-value')}` : ''}`;
  const lifts = liftedBy(measure, mill.questions);
  return (
    <>
      <p>{pick(measure.what)}</p>
      <dl className="measure-facts">
        <Fact term={say('lifts')}>
          <ul>
            {lifts.map((question) => (
              <li key={question}>
                {question} {pick(mill.questions.get(question)?.stem)}
              </li>
            ))}
            {measure.reaches.map((reach) => (
              <li key={reach.kpi}>
                {say('reaches', { kpi: reach.kpi, to: computed(reach.to) })}{' '}
                <small>{origin(reach.source, reach.mark)}</small>
              </li>
            ))}
          </ul>
        </Fact>
        <Fact term={say('plan-cost')}>
          {say('cost-range', { low: wan(cost.low), planned: wan(cost.planned), high: wan(cost.high) })}
          <small>{pick(measure.cost.basis)}</small>
          <small>{origin(measure.cost.source, measure.cost.mark)}</small>
          {cost.isSized ? null : <small>{say('typical-size')}</small>}
        </Fact>
        <Fact term={say('measure-saving')}>
          {measure.saves.length === 0
            ? say('no-sourced-saving')
            : measure.saves.map((saving) => (
                <p key={saving.flow}>
                  {say(`flow-${saving.flow}`)} {shareText(saving.share.low)}–{shareText(saving.share.high)}
                  <small>{pick(saving.basis)}</small>
                  <small>{origin(saving.source, saving.mark)}</small>
                </p>
              ))}
        </Fact>
        <Fact term={say('payback')}>
          {measure.payback === null ? '—' : say('years', { low: measure.payback.low, high: measure.payback.high })}
        </Fact>
        <Fact term={say('duration')}>
          {say('months', { low: measure.months.range.low, high: measure.months.range.high })} ·{' '}
          {say('effort', { effort: measure.effort })}
          {needsVerification(measure.months.mark) ? <small>{say('reference-value')}</small> : null}
        </Fact>
        <Fact term={say('needs-first')}>
          {measure.requires.map((needed) => pick(byId.get(needed)?.name)).join(say('list-separator')) || '—'}
        </Fact>
        <Fact term={say('risk')}>{pick(measure.risk)}</Fact>
        <Fact term={say('guidance-proof')}>{measure.proof.map(pick).join(say('list-separator'))}</Fact>
        <Fact term={say('provider')}>
          {say(`provider-${measure.provider}`)}
          {measure.service === null ? '' : ` · ${say(`service-${measure.service}`)}`}
        </Fact>
        <Fact term={say('training')}>{measure.training === null ? '—' : pick(measure.training)}</Fact>
        <Fact term={say('measure-sources')}>
          {measure.sources.map((source) => (
            <small key={source}>{pick(sources[source]?.title)}</small>
          ))}
          {needsVerification(measure.mark) ? <small>{say('reference-value')}</small> : null}
        </Fact>
      </dl>
    </>
  );
}

const shareText = (share: number) => `${percent(share)} %`;
