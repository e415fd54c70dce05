/** What cells are in that the server is sent: Python, and texts in which it looks for credentials. */
export const CELL_LANGUAGES = ['python', 'markdown', 'raw'] as const;

export function isSent(languageId: string): boolean {
  return CELL_LANGUAGES.some(language => language === languageId);
}
