import { useState } from 'react';
import { grouped } from '#assessments/reporting/shown-figure.ts';
import { useRecord } from '../../app/use-record.ts';
import { useWords } from '../../i18n/use-words.ts';
import { Choice } from '../../ui/choice.tsx';
import { FigureField } from './figure-field.tsx';
import {
  estimateOf,
  knownFigures,
  OUTPUT_UNITS,
  outputUnitOf,
  termsOf,
  type EstimatedLoss,
  type EstimateFigures,
  type OutputUnit,
} from './loss-estimates.ts';

interface LossCalculatorProps {
  readonly loss: EstimatedLoss;
  readonly onTake: (lossWan: number) => void;
}

/** Estimates a loss that no book says, its arithmetic in sight; a button puts it into the field. */
export function LossCalculator({ loss, onTake }: LossCalculatorProps) {
  const { say } = useWords();
  const { mill } = useRecord();
  const [typed, setTyped] = useState<EstimateFigures>({});
  const [output, setOutput] = useState<OutputUnit>(outputUnitOf(mill.facts.now) ?? 'piece');
  const terms = termsOf(loss, output);
  const known = knownFigures(mill.facts.now, output);
  const estimate = estimateOf(terms, typed, known);
  return (
    <details className="estimate">
      <summary>{say('estimate')}</summary>
      <div className="estimate-body">
        {loss === 'loss.rework' ? (
          <Choice
            label={say('estimate-output-unit')}
            value={output}
            options={OUTPUT_UNITS.map((value) => ({ value, label: say(`estimate-by-${value}`) }))}
            onChange={(value) => {
              setOutput(value);
              setTyped(({ output: _output, 'unit-cost': _cost, ...others }) => others);
            }}
          />
        ) : null}
        {terms.map((term) => (
          <div key={term[0]?.id} className="field-row">
            {term.map(({ id, unit }) => (
              <FigureField
                key={`${id} ${unit}`}
                label={say('estimate-input', { name: say(`input-${id}`), unit: say(`estimate-unit-${unit}`) })}
                value={typed[id] ?? known[id]}
                onCommit={(value) =>
                  setTyped(({ [id]: _old, ...others }) => (value === null ? others : { ...others, [id]: value }))
                }
              />
            ))}
          </div>
        ))}
        {estimate === null ? (
          <p className="hint">{say('estimate-open')}</p>
        ) : (
          <p role="status">
            {say('estimate-sum', {
              terms: estimate.terms
                .map((term) =>
                  term
                    .map(({ figure, unit }) =>
                      say('estimate-figure', { figure: grouped(figure), unit: say(`estimate-unit-${unit}`) }),
                    )
                    .join(' × '),
                )
                .join(' + '),
              loss: grouped(estimate.lossWan),
            })}{' '}
            <button type="button" onClick={() => onTake(estimate.lossWan)}>
              {say('estimate-take')}
            </button>
          </p>
        )}
      </div>
    </details>
  );
}
