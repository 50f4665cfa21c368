import type { Picture } from '#assessments/reporting/report-document.ts';
import type { OfficeFiles } from '#electron/contract/desktop-api.ts';
import { readOfficeCover, type OfficeCover } from '../docx/office-cover.ts';
import { jpegPicture } from './jpeg-picture.ts';

/** Which file of an office cannot be used; ours stands in its place. */
export type OfficeProblem = 'office-cover' | 'office-logo';

/** An office's own looks for documents. */
export interface Office {
  readonly cover: OfficeCover | null;
  readonly logo: Picture | null;
  readonly problems: readonly OfficeProblem[];
}

/** What can be used of the files of an office; a bad one is named and left out. */
export function officeOf({ cover: coverFile, logo: logoFile }: OfficeFiles): Office {
  const cover = coverFile === undefined ? null : readOfficeCover(coverFile);
  const logo = logoFile === undefined ? null : jpegPicture(logoFile);
  const problems: OfficeProblem[] = [];
  if (coverFile !== undefined && cover === null) problems.push('office-cover');
  if (logoFile !== undefined && logo === null) problems.push('office-logo');
  return { cover, logo, problems };
}
