import { sizeText } from '../i18n/size-text.ts';
import { useWords } from '../i18n/use-words.ts';
import { useAbout } from './use-about.ts';

/** Version of the program and where its copies stand, for who looks after the computer. */
export function AboutLines() {
  const { say } = useWords();
  const about = useAbout();
  if (about === null) return null;
  const { version, mirrorFolder, freeBytes } = about;
  return (
    <dl className="about">
      <dt>{say('about-version')}</dt>
      <dd>{version}</dd>
      {mirrorFolder === null ? null : (
        <>
          <dt>{say('about-copies')}</dt>
          <dd className="path">{mirrorFolder}</dd>
        </>
      )}
      {freeBytes === null ? null : (
        <>
          <dt>{say('about-free')}</dt>
          <dd>{sizeText(freeBytes, say)}</dd>
        </>
      )}
    </dl>
  );
}
