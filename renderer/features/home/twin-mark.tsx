import { Link } from 'wouter';
import { rememberedPlace } from '../../app/remembered-place.ts';
import { useWords } from '../../i18n/use-words.ts';
import type { Twin } from './twins.ts';

/** Says that another enterprise here has the same name or credit code, and leads to it. */
export function TwinMark({ twin }: { readonly twin: Twin }) {
  const { say } = useWords();
  const words = say('twin-row', { name: twin.name });
  return (
    <Link className="twin" href={rememberedPlace(twin.id)} title={words} aria-label={words}>
      {say('twin')}
    </Link>
  );
}
