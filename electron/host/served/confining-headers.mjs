import { CONTENT_SECURITY_POLICY } from './content-security-policy.mjs';

/** Headers of every file of the window, in both hosts: they confine the page to what the program itself brought. */
export const CONFINING_HEADERS = {
  'Content-Security-Policy': CONTENT_SECURITY_POLICY,
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
};
