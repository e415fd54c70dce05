import type { TranslationBundle } from '@jupyterlab/translation';

/** What the server says otherwise where `.env` cannot be written, by message id. */
export function withoutHidden(trans: TranslationBundle): Record<string, string> {
  const title = trans.__(
    'Read it from the environment variable {variable}{where} (which must be set before this runs; Jupyter does not let .env be written here)'
  );
  return { 'LL301.fix-environment': title, 'LL302.fix-environment': title };
}
