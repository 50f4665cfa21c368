/* Zod would try `new Function`, which the CSP forbids: said before any of it is loaded. */
globalThis.__zod_globalConfig = { jitless: true };
