import { useState } from 'react';
import { useRecord } from '../../app/use-record.ts';
import { useWords } from '../../i18n/use-words.ts';
import { inertName } from '../../ui/inert-name.ts';
import type { Change, Preview } from './change.ts';
import { ChangesPreview } from './changes-preview.tsx';
import type { Sheet } from './reading/table.ts';
import type { Marker } from './templates/marker.ts';
import { readAnswers } from './templates/read-answers.ts';
import { readFacts } from './templates/read-facts.ts';
import { readProducts } from './templates/read-products.ts';

interface ReadBackProps {
  readonly sheets: readonly Sheet[];
  readonly marker: Marker;
  readonly onTake: (changes: readonly Change[]) => void;
}

/** A template that came back: whose it is, and what it would change. */
export function ReadBack({ sheets, marker, onTake }: ReadBackProps) {
  const { say } = useWords();
  const { mill, dossier } = useRecord();
  const [preview] = useState(() =>
    marker.kind === 'facts'
      ? together(readFacts(sheets, marker, dossier), readProducts(sheets, marker, dossier))
      : readAnswers(sheets, marker, mill),
  );
  const name = inertName(marker.name);
  return (
    <>
      <p>{say(`tables-is-${marker.kind}`, { name, year: marker.year })}</p>
      {marker.enterprise === dossier.id ? null : (
        <p className="callout ground-warning" role="alert">
          {say('tables-other-mill', { name })}
        </p>
      )}
      <ChangesPreview preview={preview} onTake={onTake} />
    </>
  );
}

function together(facts: Preview, products: Preview): Preview {
  return {
    changes: [...products.changes, ...facts.changes],
    refused: [...products.refused, ...facts.refused],
    same: facts.same + products.same,
  };
}
