import type { Interactive } from '@loadlight/facts/interactive';
import type { DocumentServices } from '../document-services.js';
import { note } from '../notes.js';
import { OpenDocument } from '../open-document.js';
import { editNotebook } from './edit-notebook.js';
import { Excerpts } from './excerpt.js';
import { redactionOf } from './redaction.js';
import { sharingInput } from './sharing-input.js';
import { keptLibrary } from './kept-output.js';
import { shareReport, type ShareItem, type ShareReport } from './share-report.js';

/** A copy of the notebook without what was found. */
export interface CleanCopy {
  /** The file's text; the same as before where there was nothing to take out. */
  readonly text: string;
  /** What was taken out of it. */
  readonly removed: readonly ShareItem[];
  /** What the copy's own report says: what only its author can change is still in it. */
  readonly report: ShareReport;
}

/** What is asked for. */
export interface Sharing {
  /** Interactive outputs of these libraries are left as they are. */
  readonly keep?: readonly Interactive[];
  readonly signal?: AbortSignal;
}

/** An analysis that keeps finding that more is pending is taken as it is after this many rounds. */
const MAX_ROUNDS = 10;
/** What is taken out may show what it hid; then it is done again. */
const MAX_CLEANED = 5;

/**
 * Whether the notebook with that text is ready to be handed on: everything that the rules say, those for sharing included. The
 * document need not be open. Throws NotebookError.
 */
export async function shareNotebook(
  uri: string,
  text: string,
  services: DocumentServices,
  options: Sharing
): Promise<ShareReport> {
  const { notebook, input, longScripts } = await sharingInput(uri, text, services.scripts);
  const document = new OpenDocument(uri, false, {
    ...services,
    // Somebody asks about this very notebook.
    configuration: one => ({ ...services.configuration(one), evenIfExcluded: true })
  });
  try {
    document.put(input);
    const { findings, secrets, notes } = await settled(document, options.signal);
    const facts = document.factsByFinding;
    const excerpts = new Excerpts([...new Set(facts.values())], secrets, part => document.lines(part));
    return shareReport(findings, {
      notebook,
      notes: longScripts > 0 ? [...notes, note('note-long-scripts', { scripts: longScripts })] : notes,
      factOf: finding => facts.get(finding),
      redaction: fact => redactionOf(fact, notebook),
      kept: finding => keptLibrary(finding, notebook, options.keep ?? []),
      excerpt: place => excerpts.at(place),
      edits: fix => document.edits(fix) ?? []
    });
  } finally {
    document.dispose();
  }
}

async function settled(
  document: OpenDocument,
  signal: AbortSignal | undefined
): Promise<ReturnType<OpenDocument['analyse']>> {
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const reading = document.gathering();
    if (!reading) break;
    await reading;
  }
  let analysis = document.analyse();
  for (let round = 0; analysis.pending && round < MAX_ROUNDS; round++) {
    await analysis.pending;
    signal?.throwIfAborted();
    analysis = document.analyse();
  }
  return analysis;
}

/** Takes out of the notebook what can be taken out, and looks again. Only what was found is written anew. Throws NotebookError. */
export async function cleanNotebook(
  uri: string,
  text: string,
  before: ShareReport,
  services: DocumentServices,
  options: Sharing
): Promise<CleanCopy> {
  let report = before;
  let cleaned = text;
  const removed: ShareItem[] = [];
  for (let round = 0; round < MAX_CLEANED; round++) {
    const items = report.items.filter(({ redaction }) => redaction !== undefined);
    if (items.length === 0) break;
    cleaned = editNotebook(
      cleaned,
      items.flatMap(({ redaction }) => redaction?.edits ?? [])
    );
    removed.push(...items);
    report = await shareNotebook(uri, cleaned, services, options);
  }
  return { text: cleaned, removed, report };
}
