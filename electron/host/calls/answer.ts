import type { CallName } from '../../contract/channels.ts';
import { trouble, type Outcome, type Trouble } from '../../contract/outcomes.ts';
import { REQUESTS, type Handlers } from '../../contract/requests.ts';

const TROUBLES: Readonly<Record<string, Trouble>> = {
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EACCES: 'not-allowed',
  EPERM: 'not-allowed',
  EROFS: 'read-only',
  ENOENT: 'not-found',
  EBUSY: 'busy',
  EMFILE: 'busy',
  ENFILE: 'busy',
  EAGAIN: 'busy',
  ENOMEM: 'busy',
};

/** Answers one call: its argument is checked first, and whatever goes wrong comes back as a trouble. Never rejects. */
export async function answer(handlers: Handlers, name: CallName, request: unknown): Promise<Outcome<unknown>> {
  const read = REQUESTS[name].safeParse(request);
  if (!read.success) return trouble('refused');
  const handler = handlers[name] as (checked: unknown) => Promise<Outcome<unknown>>;
  try {
    return await handler(read.data);
  } catch (error) {
    return trouble(troubleOf(error));
  }
}

function troubleOf(error: unknown): Trouble {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return TROUBLES[code] ?? 'failed';
}
