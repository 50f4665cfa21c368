/** Tells electron-builder that dependencies are dealt with: all are bundled, none is collected or rebuilt. */
export default () => false;
