type Attributes = Readonly<Record<string, string | number | undefined>>;

/* What XML 1.0 cannot hold: controls but tab and line ends, halves of surrogate pairs, two non-characters. */
const UNSAYABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** An element with its attributes and what stands in it, which is XML already; an undefined attribute is left out. */
export function element(name: string, attributes: Attributes = {}, ...children: readonly string[]): string {
  const written = Object.entries(attributes)
    .map(([key, value]) => (value === undefined ? '' : ` ${key}="${escaped(String(value))}"`))
    .join('');
  const content = children.join('');
  return content === '' ? `<${name}${written}/>` : `<${name}${written}>${content}</${name}>`;
}

/** Text as XML can hold it. Half a surrogate pair becomes U+FFFD, other controls nothing; line ends are \n. */
export function holdable(text: string): string {
  return text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(UNSAYABLE, (character) => (character >= '\ud800' && character <= '\udfff' ? '\ufffd' : ''));
}

/** Text for an element or an attribute. */
export function escaped(text: string): string {
  return holdable(text).replaceAll(/[&<>"]/g, (character) => ENTITIES[character] ?? '');
}

/** A part of an Office file: declaration and root element. */
export function xmlPart(root: string): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${root}`;
}
