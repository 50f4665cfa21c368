import { z } from 'zod';

/** Zod would try `new Function`, which the CSP forbids; the page says so by public/no-eval.js. */
z.config({ jitless: true });
