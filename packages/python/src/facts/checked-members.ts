/** The function itself looks at where members would be written, or leaves that to `tarfile` where it can. */
const LOOKS_AT_MEMBERS =
  /\bget(?:members|names)\(|\bfor\s+\w+\s+in\s+(?:tar|tar_?file|archive|tf|t|self\.\w+)\s*:|\bmembers\b/;
const COMPARES =
  /\bcommonpath\b|\bcommonprefix\b|\bis_relative_to\b|\brelative_to\b|\bstartswith\b|\bisabs\b|\bis_absolute\b|["']\.\.["']|within_?dir|is_?(?:safe|within)/i;
const REFUSES = /\braise\b|\bcontinue\b|\byield\b|\bassert\b/;
const FILTERS_TOO = /\bfilter\s*=\s*["'](?:data|tar)["']|\bextraction_filter\b|\bdata_filter\b/;

/**
 * Whether the text of a function that unpacks an archive holds members to its folder: it compares the path of each and refuses some, or
 * passes a filter where this Python has one. https://docs.python.org/3/library/tarfile.html#hints-for-further-verification
 */
export function holdsMembers(text: string): boolean {
  return FILTERS_TOO.test(text) || (LOOKS_AT_MEMBERS.test(text) && COMPARES.test(text) && REFUSES.test(text));
}
