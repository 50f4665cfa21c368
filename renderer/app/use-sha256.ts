import { useEffect, useState } from 'react';
import { sha256 } from '../platform/sha256.ts';

/** SHA-256 of a text, lower-case hexadecimal; empty for the moment that the browser takes for it. */
export function useSha256(text: string): string {
  const [known, setKnown] = useState({ text: '', hash: '' });
  useEffect(() => {
    let isCurrent = true;
    void sha256(text).then((hash) => {
      if (isCurrent) setKnown({ text, hash });
    });
    return () => {
      isCurrent = false;
    };
  }, [text]);
  return known.text === text ? known.hash : '';
}
