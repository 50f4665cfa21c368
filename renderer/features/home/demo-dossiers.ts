import { Dossier } from '#assessments/schema/dossier.ts';
import dyeing from '#seeds/demo/demo-dyeing.json' with { type: 'json' };
import garment from '#seeds/demo/demo-garment.json' with { type: 'json' };
import spinning from '#seeds/demo/demo-spinning.json' with { type: 'json' };

/** Three fictitious mills to look around with. */
export function demoDossiers(): Dossier[] {
  return [spinning, dyeing, garment].map((json) => Dossier.parse(json));
}
