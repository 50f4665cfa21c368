import { useWords } from '../../i18n/use-words.ts';
import { LackingFiles } from './lacking-files.tsx';
import type { TakenPackage } from './use-import.ts';

interface TakenNoticeProps {
  readonly taken: TakenPackage;
  readonly onClose: () => void;
}

/** What came of a package, until the user has read it. */
export function TakenNotice({ taken: { evidence, lacking }, onClose }: TakenNoticeProps) {
  const { say } = useWords();
  return (
    <section className={lacking.length === 0 ? 'banner' : 'banner warning'} role="status">
      {lacking.length === 0 ? (
        say('package-taken', { count: evidence })
      ) : (
        <>
          <p className="tone-bad">{say('package-taken-without', { count: evidence, lacking: lacking.length })}</p>
          <LackingFiles files={lacking} />
          <p>{say('package-lacks-hint')}</p>
        </>
      )}{' '}
      <button type="button" onClick={onClose}>
        {say('close')}
      </button>
    </section>
  );
}
