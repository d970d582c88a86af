/** The version of the package; a test holds it to package.json. */
export const libraryVersion = '0.5.0';
