import { z } from 'zod';

/** Every raw figure lies in 0..1e12 (docs/dossier.md). */
const MAXIMUM = 1e12;
export const Quantity = z.number().min(0, { error: 'negative' }).max(MAXIMUM, { error: 'out-of-range' });
