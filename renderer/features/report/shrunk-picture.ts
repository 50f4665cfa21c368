import type { Picture } from '#assessments/reporting/report-document.ts';

/** How large a picture may stay: pixels of its longer side, and the quality of the JPEG, 0 to 1. */
export interface PictureLimits {
  readonly pixels: number;
  readonly quality: number;
}

/** A picture scaled down to a JPEG on white, turned as its camera was held. @throws where it cannot be read as one. */
export async function shrunkPicture(file: Blob, { pixels, quality }: PictureLimits): Promise<Picture> {
  const source = await createImageBitmap(file, { imageOrientation: 'from-image' });
  try {
    const scale = Math.min(1, pixels / Math.max(source.width, source.height));
    const width = Math.max(1, Math.round(source.width * scale));
    const height = Math.max(1, Math.round(source.height * scale));
    const canvas = document.createElement('canvas');
    canvas.width = width;
    canvas.height = height;
    const pen = canvas.getContext('2d');
    if (pen === null) throw new Error('no canvas');
    pen.imageSmoothingQuality = 'high';
    pen.fillStyle = '#ffffff';
    pen.fillRect(0, 0, width, height);
    pen.drawImage(source, 0, 0, width, height);
    return { jpeg: canvas.toDataURL('image/jpeg', quality).replace(/^data:image\/jpeg;base64,/, ''), width, height };
  } finally {
    source.close();
  }
}
