import { useState } from 'react';
import type { Picture } from '#assessments/reporting/report-document.ts';
import { useWords } from '../../i18n/use-words.ts';
import { shrunkPicture } from './shrunk-picture.ts';

interface LogoFieldProps {
  readonly logo: Picture | null;
  readonly onChange: (logo: Picture | null) => void;
}

const LIMITS = { pixels: 800, quality: 0.9 } as const;

/** A picture for the cover, no larger than a cover needs. */
export function LogoField({ logo, onChange }: LogoFieldProps) {
  const { say } = useWords();
  const [isUnreadable, setIsUnreadable] = useState(false);
  const choose = async (file: File) => {
    const picture = await shrunkPicture(file, LIMITS).catch(() => null);
    setIsUnreadable(picture === null);
    onChange(picture);
  };
  return (
    <div className="field">
      <span className="field-label">{say('logo')}</span>
      <div className="buttons tight">
        <label className="button">
          {say('choose-logo')}
          <input
            type="file"
            className="unseen"
            accept="image/*"
            onChange={({ target }) => {
              const [file] = target.files ?? [];
              target.value = '';
              if (file !== undefined) void choose(file);
            }}
          />
        </label>
        {logo === null ? null : (
          <>
            <img className="logo" src={`data:image/jpeg;base64,${logo.jpeg}`} alt={say('logo')} />
            <button type="button" className="quiet" onClick={() => onChange(null)}>
              {say('remove')}
            </button>
          </>
        )}
      </div>
      {isUnreadable ? <span className="field-problem">{say('logo-unreadable')}</span> : null}
    </div>
  );
}
