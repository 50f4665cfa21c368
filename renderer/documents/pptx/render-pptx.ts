import Presentation from 'pptxgenjs';
import type PptxGenJS from 'pptxgenjs';
import type { CoverSlide, DeckDocument, Slide } from '../../../assessments/reporting/deck-document.ts';
import { holdable } from '../ooxml/xml.ts';
import { finishedPackage } from './finished-package.ts';
import { hex } from './ink.ts';
import { COVER_GROUND, COVER_TITLE, layOutCover } from './lay-out-cover.ts';
import { layOutSlide } from './lay-out-slide.ts';
import type { PlacedSlide } from './placed.ts';
import { paintPlaced, placeOf } from './paint-slide.ts';
import { emu, FOOT, LEAST_TYPE, NUMBER, RULE, SLIDE, TITLE } from './slide-geometry.ts';

const COVER = 'cover';
const CONTENT = 'content';

/** A deck as PowerPoint: real text, tables and shapes; the same deck gives the same bytes. */
export async function renderPptx(deck: DeckDocument): Promise<Uint8Array<ArrayBuffer>> {
  const pptx = new Presentation();
  const lang = deck.language === 'en' ? 'en-US' : deck.language;
  pptx.defineLayout({ name: 'slide', width: SLIDE.width / 72, height: SLIDE.height / 72 });
  pptx.layout = 'slide';
  pptx.theme = { headFontFace: LATIN_FONT, bodyFontFace: LATIN_FONT };
  pptx.title = holdable(deck.meta.title);
  defineLayouts(pptx, deck, lang);
  for (const slide of deck.slides) addSlide(slide, pptx, lang);
  const made: unknown = await pptx.write({ outputType: 'uint8array' });
  return finishedPackage(made as Uint8Array, deck);
}

/** On every computer with Office; Chinese is set in the East Asian font of the theme. */
const LATIN_FONT = 'Arial';

/** What slides have in common stands once, where an office that wants it otherwise changes it. */
function defineLayouts(pptx: PptxGenJS, { footer, mark }: DeckDocument, lang: string): void {
  const title = { name: 'title', type: 'title', align: 'left', valign: 'middle', margin: 0, bold: true } as const;
  pptx.defineSlideMaster({
    title: COVER,
    objects: [
      { rect: { ...placeOf(COVER_GROUND), fill: { color: hex('primary') } } },
      {
        placeholder: {
          options: { ...title, ...placeOf(COVER_TITLE), valign: 'top', fontSize: 32, color: hex('paper') },
          text: '',
        },
      },
    ],
  });
  pptx.defineSlideMaster({
    title: CONTENT,
    objects: [
      { rect: { ...placeOf(RULE), fill: { color: hex('primary') } } },
      {
        text: {
          text: holdable(mark === '' ? footer : `${mark}　${footer}`),
          options: { ...placeOf(FOOT), margin: 0, fontSize: LEAST_TYPE, color: hex('muted'), lang, valign: 'middle' },
        },
      },
      { placeholder: { options: { ...title, ...placeOf(TITLE), fontSize: 26, color: hex('ink') }, text: '' } },
    ],
    slideNumber: {
      x: emu(NUMBER.x),
      y: emu(NUMBER.y),
      w: emu(NUMBER.width),
      h: emu(NUMBER.height),
      align: 'right',
      fontSize: LEAST_TYPE,
      color: hex('muted'),
      margin: 0,
    },
  });
}

function addSlide(slide: Slide, pptx: PptxGenJS, lang: string): void {
  const page = pptx.addSlide({ masterName: slide.kind === 'cover' ? COVER : CONTENT });
  const { placed, cut }: PlacedSlide = slide.kind === 'cover' ? layOutCover(slide) : layOutSlide(slide);
  paintPlaced(placed, page, lang);
  if (slide.kind === 'cover') addLogo(slide, page);
  page.addNotes(holdable([...slide.notes, ...cut].join('\n')));
}

const LOGO = { x: 780, y: 32, width: 136, height: 56 } as const;

function addLogo({ logo, enterprise }: CoverSlide, page: PptxGenJS.Slide): void {
  if (logo === undefined) return;
  const scale = Math.min(LOGO.width / logo.width, LOGO.height / logo.height);
  const width = logo.width * scale;
  const box = { x: LOGO.x + LOGO.width - width, y: LOGO.y, width, height: logo.height * scale };
  page.addImage({ ...placeOf(box), data: `image/jpeg;base64,${logo.jpeg}`, altText: holdable(enterprise) });
}
