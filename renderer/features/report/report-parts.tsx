import { Link } from 'wouter';
import { REPORT_PARTS, reportPath, type ReportPart } from '../../app/routes.ts';
import { useRecord } from '../../app/use-record.ts';
import { useWords } from '../../i18n/use-words.ts';

/** Ways between the parts of the step: the documents, and what the specialist says in them. */
export function ReportParts({ shown }: { readonly shown: ReportPart }) {
  const { say } = useWords();
  const { dossier } = useRecord();
  return (
    <nav className="part-links" aria-label={say('report-parts')}>
      {REPORT_PARTS.map((part) => (
        <Link key={part} href={reportPath(dossier.id, part)} aria-current={part === shown ? 'page' : undefined}>
          {say(`report-${part}`)}
        </Link>
      ))}
    </nav>
  );
}
