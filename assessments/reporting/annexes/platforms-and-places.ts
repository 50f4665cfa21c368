import type { Place, PolicyBook } from '../../schema/policy.ts';
import type { Block } from '../report-document.ts';
import type { Mill } from '../report-input.ts';
import { textId, type Words } from '../words.ts';

/** Platforms for the mill's sub-sectors, clusters and bases where it is. */
export function platformsAndPlaces({ words, name, dossier }: Mill, policies: PolicyBook): Block[] {
  const { region, subSectors } = dossier.enterprise;
  const suits = (only: readonly string[] | undefined) =>
    only === undefined || subSectors.some((sector) => only.includes(sector));
  const platforms = policies.platforms.filter((platform) => suits(platform.subSectors));
  const places = policies.places.filter(
    (place) =>
      suits(place.subSectors) &&
      place.where.some(
        ({ city, county }) => city === region?.city && (county === undefined || county === region.county),
      ),
  );
  const texts = [
    ...(platforms.length === 0
      ? []
      : [
          words.say('docking-platforms', {
            list: words.list(
              platforms.map(({ name: platform, what }) =>
                words.say('docking-platform', { platform: words.pick(platform), what: words.pick(what) }),
              ),
            ),
          }),
        ]),
    ...(places.length === 0
      ? []
      : [words.say('docking-places', { name, list: words.list(places.map((place) => placeText(place, words))) })]),
  ];
  return texts.map((text) => ({ kind: 'paragraph', text }));
}

function placeText({ name, kind }: Place, words: Words): string {
  return words.say(textId('docking-', kind), { place: words.pick(name) });
}
