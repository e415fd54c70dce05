import type { CleanCopy } from '@loadlight/engine/share/share-notebook';
import type { ShareReport } from '@loadlight/engine/share/share-report';

/** What came of one notebook. */
export interface SharedNotebook {
  /** Relative to the working folder. */
  readonly file: string;
  readonly report: ShareReport;
  readonly copy: CleanCopy | undefined;
  /** Where the copy is, as it was written on the command line. */
  readonly target: string | undefined;
}
