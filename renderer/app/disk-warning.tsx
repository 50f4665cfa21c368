import { useAbout } from './use-about.ts';
import { sizeText } from '../i18n/size-text.ts';
import { useWords } from '../i18n/use-words.ts';

/** Below this the user is warned, in bytes; evidence is refused below 500 MB. */
const LOW = 2 * 1024 ** 3;

/** Says that the disk is nearly full, before anything is refused for it. */
export function DiskWarning() {
  const { say } = useWords();
  const about = useAbout();
  const free = about?.freeBytes ?? null;
  if (free === null || free >= LOW) return null;
  return (
    <p className="banner warning" role="status">
      {say('disk-low', { size: sizeText(free, say) })}
    </p>
  );
}
