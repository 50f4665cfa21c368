import { parseXml } from './parse-xml.ts';

/** The texts that cells point to, by their number; how a text is pronounced is left out. */
export function sharedTexts(xml: string): string[] {
  const texts: string[] = [];
  if (xml === '') return texts;
  let held = '';
  let isText = false;
  let isSound = false;
  parseXml(xml, {
    open: (name) => {
      if (name === 'si') held = '';
      if (name === 'rPh') isSound = true;
      if (name === 't') isText = !isSound;
    },
    close: (name) => {
      if (name === 'si') texts.push(unescaped(held));
      if (name === 'rPh') isSound = false;
      if (name === 't') isText = false;
    },
    text: (text) => {
      if (isText) held += text;
    },
  });
  return texts;
}

/** Excel writes characters that XML cannot hold as `_x000D_`. */
export function unescaped(text: string): string {
  return text.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
