import { Figure } from './units.ts';

/** Every raw figure is 0 or lies in 1e-9..1e12 (docs/dossier.md). */
const MAXIMUM = 1e12;
export const Quantity = Figure.min(0, { error: 'negative' }).max(MAXIMUM, { error: 'out-of-range' });
