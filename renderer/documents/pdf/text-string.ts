/**
 * A text as a PDF string in hexadecimal UTF-16: of the bytes of a literal string a reader takes some as marks (a
 * carriage return as a line feed, parentheses, backslashes), of hexadecimal digits none.
 */
export function textString(text: string): string {
  return `<${digitsOf(text)}>`;
}

/** The digits alone, beginning with the byte order mark. */
export function digitsOf(text: string): string {
  let digits = 'FEFF';
  for (let i = 0; i < text.length; i += 1) digits += text.charCodeAt(i).toString(16).toUpperCase().padStart(4, '0');
  return digits;
}

const DESCRIPTION = '/Producer (jsPDF';

/**
 * The file with the digits that jsPDF put between parentheses in its description (title, author …) made hexadecimal
 * strings; no byte moves. jsPDF gives no other way to them and escapes no carriage return.
 */
export function withHexDescription(file: string): string {
  const start = file.lastIndexOf(DESCRIPTION);
  return file.slice(0, start) + file.slice(start).replaceAll(/\((FEFF[0-9A-F]*)\)/g, '<$1>');
}
