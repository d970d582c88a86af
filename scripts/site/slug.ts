/** The anchor of a heading as code hosts make it, so that links that work there work in the site: small letters, no punctuation, a dash for every space. */
export function slug(heading: string): string {
  return heading
    .trim()
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
    .replaceAll(' ', '-');
}
