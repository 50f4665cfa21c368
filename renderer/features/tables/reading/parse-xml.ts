import { decode, Parser } from 'saxen';

/** Told of the parts of an XML text in their order; names, also of attributes, go without the prefix of their namespace. */
export interface XmlListener {
  readonly open: (name: string, attribute: (name: string) => string | undefined) => void;
  readonly close?: (name: string) => void;
  readonly text?: (text: string) => void;
}

/** Reads an XML text; throws where it is none. */
export function parseXml(xml: string, { open, close, text }: XmlListener): void {
  const parser = new Parser();
  parser.on('openTag', (name, attributes) =>
    open(bare(name), (wanted) => {
      const all = attributes();
      const held = all[wanted] ?? all[Object.keys(all).find((key) => key.endsWith(`:${wanted}`)) ?? ''];
      return held === undefined ? undefined : decode(held);
    }),
  );
  if (close !== undefined) parser.on('closeTag', (name) => close(bare(name)));
  if (text !== undefined) {
    parser.on('text', (held, decoded) => text(decoded(held)));
    parser.on('cdata', text);
  }
  parser.on('error', (error) => {
    throw error;
  });
  parser.parse(xml);
}

function bare(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** Whether an attribute that is yes or no says yes. */
export function isOn(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}
