import { GreenPack } from '../../../schema/pack.ts';
import pack from './pack.json' with { type: 'json' };
import gate from './questions/GATE.json' with { type: 'json' };
import maturity from './questions/MAT.json' with { type: 'json' };

export const greenFactory = GreenPack.parse({ ...pack, questions: [...gate, ...maturity] });
