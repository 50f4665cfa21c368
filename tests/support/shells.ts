import { realElectron } from './real-electron.ts';
import { standIn } from './stand-in.ts';

/** Where the specs of the desktop program run. */
export const SHELLS = [standIn, realElectron];
