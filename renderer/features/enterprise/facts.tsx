import { lazy } from 'react';
import { Link } from 'wouter';
import { FACT_PARTS, factsPath, TABLES, tablesPath, type FactPart } from '../../app/routes.ts';
import { useRecord } from '../../app/use-record.ts';
import { useWords } from '../../i18n/use-words.ts';
import { FactSheet } from './fact-sheet.tsx';
import { LiveIndicators } from './live-indicators.tsx';
import { MachineRegister } from './register/machine-register.tsx';
import { SystemsTable } from './register/systems-table.tsx';
import './enterprise.css';

const Tables = lazy(() => import('../tables/tables.tsx'));

/** What is known of a year, a page a part: figures, machines, systems. Every pack reads it from here. */
export default function Facts({ rest }: { readonly rest: string }) {
  const { say } = useWords();
  const { dossier, diagnosis } = useRecord();
  const shown: FactPart = FACT_PARTS.find((part) => part === rest) ?? 'figures';
  const isSheet = shown === 'figures';
  if (rest === TABLES) return <Tables />;
  return (
    <main className={isSheet ? 'page with-aside' : 'page wide'}>
      <div>
        <div className="title-line">
          <h1>{say('facts-title', { year: diagnosis.year })}</h1>
          <Link className="button" href={tablesPath(dossier.id)}>
            {say('tables-open')}
          </Link>
        </div>
        <nav className="part-links" aria-label={say('fact-parts')}>
          {FACT_PARTS.map((part) => (
            <Link key={part} href={factsPath(dossier.id, part)} aria-current={part === shown ? 'page' : undefined}>
              {say(`facts-${part}`)}
            </Link>
          ))}
        </nav>
        {isSheet ? <FactSheet /> : shown === 'machines' ? <MachineRegister /> : <SystemsTable />}
      </div>
      {isSheet ? <LiveIndicators /> : null}
    </main>
  );
}
