import { PALETTE, TONE_INKS } from '../../ui/palette.ts';
import { element } from '../ooxml/xml.ts';
import { hex, toneStyle, valued } from './paragraph.ts';

const TONES = (Object.keys(TONE_INKS) as (keyof typeof TONE_INKS)[]).filter((tone) => tone !== 'normal');

/** A character style for each tone, such as Tone Bad. */
export function toneStyles(): string[] {
  return TONES.map(characterStyle);
}

function characterStyle(tone: keyof typeof TONE_INKS): string {
  const id = toneStyle(tone);
  return element(
    'w:style',
    { 'w:type': 'character', 'w:customStyle': 1, 'w:styleId': id },
    valued('w:name', id.replace('Tone', 'Tone ')),
    element('w:qFormat'),
    element('w:rPr', {}, valued('w:color', hex(PALETTE[TONE_INKS[tone]]))),
  );
}
