import { sizeText } from '../../i18n/size-text.ts';
import { useWords } from '../../i18n/use-words.ts';
import { SaveButton } from '../../ui/save-button.tsx';
import type { PaintedDocument } from '../../documents/composer/documents.ts';

interface MadeDocumentProps {
  readonly document: PaintedDocument;
  /** Name and year for the name of the file. */
  readonly enterprise: string;
  readonly onPreview: () => void;
}

/** A document that was made: how large it is, keeping it, looking at it, and what its font lacks. */
export function MadeDocument({ document, enterprise, onPreview }: MadeDocumentProps) {
  const { say } = useWords();
  const { file, bytes, pages, unprintable } = document;
  const size = sizeText(bytes.length, say);
  const name = say(`file-${file}`);
  const isPdf = file.endsWith('.pdf');
  return (
    <>
      <p>{pages === null ? say('report-file-done', { name, size }) : say('report-done', { name, pages, size })}</p>
      <p className="buttons">
        <SaveButton
          label={say('save-document', { name })}
          kind="report"
          className="primary"
          file={() => Promise.resolve({ name: madeName(enterprise, document, say), bytes: new Uint8Array(bytes) })}
        />
        {isPdf ? (
          <button type="button" onClick={onPreview}>
            {say('preview-document', { name })}
          </button>
        ) : null}
      </p>
      {unprintable.length === 0 ? null : (
        <>
          <p>{say('unprintable')}</p>
          <ul>
            {unprintable.map((entry) => (
              <li key={`${entry.codePoint} ${entry.place}`}>
                {entry.character} {entry.codePoint} · {entry.place} · {entry.count}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

/** `某某厂 2025 诊断报告.pdf`. */
export function madeName(
  enterprise: string,
  { file }: PaintedDocument,
  say: ReturnType<typeof useWords>['say'],
): string {
  return `${enterprise} ${say(`file-${file}`)}${file.slice(file.lastIndexOf('.'))}`;
}
