import { join, normalize, sep } from 'node:path';

/**
 * A file below a folder by the path of an address, or null for a path that leads elsewhere, however it is written:
 * encoded dots and slashes, backslashes, a NUL, a drive or a stream of Windows.
 * @param {string} folder an absolute path without a separator at its end
 * @param {string} pathname as it stands in the address, still encoded
 * @returns {string | null}
 */
export function fileBelow(folder, pathname) {
  const name = decoded(pathname);
  if (name === null) return null;
  if (/[\0\\:]/.test(name)) return null;
  const path = normalize(join(folder, name === '/' ? 'index.html' : name));
  if (!path.startsWith(folder + sep)) return null;
  return path;
}

/**
 * @param {string} pathname
 * @returns {string | null}
 */
function decoded(pathname) {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return null;
  }
}
