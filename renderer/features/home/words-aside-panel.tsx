import { useState } from 'react';
import { knownIds } from '../../documents/composer/known-ids.ts';
import { readDossier } from '#assessments/schema/read-dossier.ts';
import type { NamedFile } from '#electron/contract/desktop-api.ts';
import { safeFileName } from '#electron/contract/safe-file-name.ts';
import { useWords } from '../../i18n/use-words.ts';
import { dossierFile } from '../../platform/dossier-file.ts';
import { forgetWordsAside, wordsAside, type WordsAside } from '../../storage/words-aside.ts';
import { SaveButton } from '../../ui/save-button.tsx';

/** What pages could not write as they went and no later one could either: said, and given as a file. */
export function WordsAsidePanel() {
  const { say } = useWords();
  const [aside, setAside] = useState(wordsAside);
  if (aside.size === 0) return null;
  const forget = (place: string) => {
    if (!confirm(say('words-aside-forget-question'))) return;
    forgetWordsAside(place);
    setAside(wordsAside());
  };
  return (
    <section className="banner warning" role="alert">
      <p>{say('words-aside')}</p>
      <ul className="plain">
        {[...aside].map(([place, words]) => {
          const name = words.name === '' ? say('words-aside-unnamed') : words.name;
          return (
            <li key={place}>
              {say(`words-aside-${words.why}`, { name })}{' '}
              {words.why === 'no-room' ? null : (
                <SaveButton
                  label={say('words-aside-save')}
                  kind="dossier"
                  file={() => Promise.resolve(fileOf(words, name))}
                />
              )}{' '}
              <button type="button" className="quiet" onClick={() => forget(place)}>
                {say('words-aside-forget')}
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** A dossier that can be imported; where there is none in the words, they themselves. */
function fileOf({ text }: WordsAside, name: string): NamedFile {
  try {
    const { dossier } = JSON.parse(text) as { dossier?: unknown };
    const read = readDossier(JSON.stringify(dossier), knownIds);
    if (read.ok) return dossierFile(read.value, name);
  } catch {
    // No dossier in it.
  }
  return { name: `${safeFileName(name)}.txt`, bytes: new TextEncoder().encode(text) };
}
