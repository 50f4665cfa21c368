/** saxen 11.2.0 ships no types; this is the part of its interface that we call. */
declare module 'saxen' {
  type Decode = (text: string) => string;
  export class Parser {
    on(event: 'openTag', tell: (name: string, attributes: () => Readonly<Record<string, string>>) => void): this;
    on(event: 'closeTag', tell: (name: string) => void): this;
    on(event: 'text', tell: (text: string, decode: Decode) => void): this;
    on(event: 'cdata', tell: (text: string) => void): this;
    on(event: 'error', tell: (error: Error) => void): this;
    parse(xml: string): this;
  }
  export const decode: Decode;
}
