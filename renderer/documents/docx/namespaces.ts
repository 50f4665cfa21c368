export const MAIN = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
export const WORD_GROUP = 'http://schemas.microsoft.com/office/word/2010/wordprocessingGroup';
export const PICTURE = 'http://schemas.openxmlformats.org/drawingml/2006/picture';

/** Declared once, at the root of the parts that hold text or drawings. */
export const NAMESPACES = {
  'xmlns:w': MAIN,
  'xmlns:r': 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  'xmlns:wp': 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing',
  'xmlns:a': 'http://schemas.openxmlformats.org/drawingml/2006/main',
  'xmlns:pic': PICTURE,
  'xmlns:mc': 'http://schemas.openxmlformats.org/markup-compatibility/2006',
  'xmlns:w15': 'http://schemas.microsoft.com/office/word/2012/wordml',
  'xmlns:wpg': WORD_GROUP,
  'xmlns:wps': 'http://schemas.microsoft.com/office/word/2010/wordprocessingShape',
} as const;
