import type { Picture } from '#assessments/reporting/report-document.ts';

const MOST_PIXELS = 800;

/** A picture that the user chose, on white and no larger than a cover needs. @throws where it is no picture. */
export async function readLogo(file: File): Promise<Picture> {
  const source = await createImageBitmap(file);
  const scale = Math.min(1, MOST_PIXELS / Math.max(source.width, source.height));
  const width = Math.max(1, Math.round(source.width * scale));
  const height = Math.max(1, Math.round(source.height * scale));
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const pen = canvas.getContext('2d');
  if (pen === null) throw new Error('no canvas');
  pen.fillStyle = '#ffffff';
  pen.fillRect(0, 0, width, height);
  pen.drawImage(source, 0, 0, width, height);
  source.close();
  return { jpeg: canvas.toDataURL('image/jpeg', 0.9).replace(/^data:image\/jpeg;base64,/, ''), width, height };
}
