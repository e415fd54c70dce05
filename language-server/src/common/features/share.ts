import { decodeText } from '@loadlight/engine/decode-text';
import { editNotebook } from '@loadlight/engine/share/edit-notebook';
import type { CleanCopy } from '@loadlight/engine/share/share-notebook';
import type { ShareItem, ShareReport } from '@loadlight/engine/share/share-report';
import { whereItStands, verdictOf } from '@loadlight/engine/share/share-wording';
import { ignoresIn, type Edit } from '@loadlight/facts/fix';
import type { Message } from '@loadlight/facts/message';
import type { Part, Place } from '@loadlight/facts/place';
import type {
  SharedCopy,
  SharedFix,
  SharedItem,
  SharedPlace,
  SharedReport,
  ShareParams,
  ShareResult
} from '@loadlight/protocol/share';
import { SHARE } from '@loadlight/protocol/share';
import { RequestType } from 'vscode-languageserver';
import { serverSays } from '../server-messages.js';
import type { Session } from '../session.js';

/** `loadlight/share`: whether a notebook is ready to be handed on, and its clean copy. */
export function share(session: Session): void {
  const type = new RequestType<ShareParams, ShareResult, void>(SHARE);
  session.connection.onRequest(type, params => answer(session, params));
}

async function answer(session: Session, { uri, text, clean, edits }: ShareParams): Promise<ShareResult> {
  const { engine, translation } = session;
  try {
    const before = text ?? (await textOf(session, uri));
    const whole =
      edits === undefined
        ? before
        : editNotebook(
            before,
            edits.map(edit => ({ document: uri, part: partOf(edit), range: edit.range, newText: edit.newText }))
          );
    const report = await engine.share(uri, whole);
    const copy = clean === true ? await engine.clean(uri, whole, report) : undefined;
    return {
      report: sharedReport(report, session),
      ...(copy && { clean: sharedCopy(copy, session) }),
      ...(edits && { edited: whole })
    };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const at = positionOf(error);
    const said = at
      ? serverSays('server-no-notebook-at', { reason, line: at.line + 1, column: at.character + 1 })
      : serverSays('server-no-notebook', { reason });
    return { error: translation.of(said) };
  }
}

/** A notebook that cannot be read says where. */
function positionOf(error: unknown): Place['range']['start'] | undefined {
  if (!(error instanceof Error) || !('position' in error)) return undefined;
  return error.position as Place['range']['start'];
}

/** Rejects where there is no such file, or where it is larger than what is read. */
async function textOf({ files }: Session, uri: string): Promise<string> {
  const stat = await files.stat(uri);
  if (stat?.kind !== 'file') throw new Error('there is no such file');
  const { maxWhole } = files.capabilities;
  if (stat.size > maxWhole) throw new Error(`it is larger than ${Math.floor(maxWhole / 1_000_000)} MB`);
  return decodeText(await files.read(uri, 0, stat.size));
}

function sharedCopy({ text, removed, report }: CleanCopy, session: Session): SharedCopy {
  return { text, removed: removed.reduce((sum, { times }) => sum + times, 0), report: sharedReport(report, session) };
}

function sharedReport(report: ShareReport, session: Session): SharedReport {
  const { ready, items, ignored, looked, notes } = report;
  return {
    ready,
    verdict: session.translation.of(verdictOf(report)),
    items: items.map(item => sharedItem(item, report, session)),
    ignored,
    looked,
    notes: notes.map(note => session.translation.of(note))
  };
}

function sharedItem(item: ShareItem, report: ShareReport, { translation, rulePages }: Session): SharedItem {
  const { level, finding, excerpt, times, redaction, fixes } = item;
  const of = (message: Message): string => translation.of(message);
  const fixOf = (title: Message, edits: readonly Edit[]): SharedFix => ({
    title: of(title),
    edits: edits.map(edit => ({ ...placeOf(edit, report), newText: edit.newText }))
  });
  return {
    level,
    rule: finding.rule,
    name: finding.name,
    severity: finding.severity,
    page: rulePages.replace('{rule}', finding.rule),
    message: of(finding.message),
    place: placeOf(finding.place, report),
    where: of(whereItStands(item)),
    excerpt,
    times,
    redaction: redaction ? fixOf(redaction.title, redaction.edits) : null,
    fixes: fixes.map(({ fix, edits }) => ({ ...fixOf(fix.title, edits), kind: fix.kind })),
    fingerprint: finding.fingerprint,
    ignores: finding.fixes.map(ignoresIn).find(way => way === 'comment' || way === 'metadata') ?? null
  };
}

function placeOf({ part, range }: Pick<Place, 'part' | 'range'>, { cells }: ShareReport): SharedPlace {
  const id = part.kind === 'file' ? null : part.cell;
  const index = id === null ? -1 : cells.findIndex(cell => cell.id === id);
  return {
    cell: index < 0 ? null : index,
    cellId: id,
    executionCount: cells[index]?.executionCount ?? null,
    part: part.kind === 'file' ? 'source' : part.kind,
    output: part.kind === 'output' ? part.index : null,
    mime: part.kind === 'output' ? part.mime : null,
    range
  };
}

/** The part that `placeOf` told of. Throws where a place says too little. */
function partOf({ cellId, part, output, mime }: SharedPlace): Part {
  if (part === 'metadata') return { kind: part, cell: cellId };
  if (cellId === null) throw new Error(`an edit of ${part} names no cell`);
  if (part === 'source') return { kind: part, cell: cellId };
  if (part === 'output' && output !== null && mime !== null) return { kind: part, cell: cellId, index: output, mime };
  throw new Error(`an edit of ${part} does not say of which`);
}
