/** They make the program and leave in it only their own small helpers; what they depend on stays behind. */
const BUILD_TOOLS = ['@vitejs/plugin-react', 'esbuild', 'rolldown', 'vite'];

/**
 * What a library asks for and its build for windows leaves out: what PDF.js draws with in Node, and what PptxGenJS
 * fetches and measures pictures from elsewhere with, which a deck never has.
 */
const LEFT_OUT = /^(@napi-rs\/canvas|https$|image-size$)/;

/** Packages of which only a .d.ts is read. */
const TYPES_ONLY = /^@types\//;

/**
 * The packages of which code or data may stand in the program, by the lock file alone, so that every platform finds
 * the same: the production tree without what only the build tools need. jsPDF's optional packages are in it, since
 * the bundler follows them.
 * @param {{ packages: object }} lock the lock file
 * @returns {{ path: string, name: string, version: string, license: string }[]} sorted by name and version; the licence
 *   as the package states it
 */
export function shippedPackages({ packages }) {
  const found = new Map();
  const visit = (path) => {
    if (path === null || found.has(path)) return;
    const { version, license, dependencies, optionalDependencies } = packages[path];
    const name = path.split('node_modules/').at(-1);
    if (LEFT_OUT.test(name) || TYPES_ONLY.test(name)) return;
    found.set(path, { path, name, version, license });
    if (BUILD_TOOLS.includes(name)) return;
    for (const needed of Object.keys({ ...dependencies, ...optionalDependencies }))
      visit(placeOf(packages, path, needed));
  };
  for (const name of [...Object.keys(packages[''].dependencies), ...BUILD_TOOLS]) visit(placeOf(packages, '', name));
  return [...found.values()].sort((a, b) => compare(a.name, b.name) || compare(a.version, b.version));
}

/** Where Node would find a package: in the nearest node_modules upwards. */
function placeOf(packages, from, name) {
  const path = `${from === '' ? '' : `${from}/`}node_modules/${name}`;
  if (packages[path] !== undefined) return path;
  if (from === '') return null;
  return placeOf(packages, from.slice(0, Math.max(0, from.lastIndexOf('/node_modules/'))), name);
}

function compare(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}
