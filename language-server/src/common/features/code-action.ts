import type { Analysis } from '@loadlight/engine/analysis';
import type { Finding } from '@loadlight/facts/finding';
import { asks, withAnswer, withAnyAnswer } from '@loadlight/facts/asked';
import type { Fix } from '@loadlight/facts/fix';
import { configuringIntent, editedBy, ignoresIn, REASON, suppresses, withReason } from '@loadlight/facts/fix';
import { CLEAR_OUTPUTS, type ClearOutputs, type SecretData } from '@loadlight/protocol/clear-outputs';
import { SET_CELL_IGNORES, type SetCellIgnores } from '@loadlight/protocol/cell-metadata';
import { asksReason, type AskingData, type FindingData, type IgnoringData } from '@loadlight/protocol/finding-data';
import { TAKE_OUT_EVERYWHERE } from '@loadlight/protocol/take-out';
import type { CodeAction, CodeActionParams, Diagnostic, Range } from 'vscode-languageserver';
import { CodeActionKind } from 'vscode-languageserver';
import { shownAt } from '../documents.js';
import type { Session } from '../session.js';
import { offeredFixes, shownFindings } from '../shown-findings.js';
import { toWorkspaceEdit } from '../workspace-edit.js';
import { takeOutAction } from './take-out.js';

/** What a quick fix that is resolved later carries. */
export interface QuickFixData extends IgnoringData, AskingData, SecretData {
  readonly kind: 'quickfix';
  readonly document: string;
  readonly fingerprint: string;
  /** The fix's title in English. */
  readonly title: string;
  /** The text where the finding stands, and the version that it was offered for. */
  readonly text: { readonly uri: string; readonly version: number };
}

/** `textDocument/codeAction`: the quick fixes at a range; the best of a finding's first, ignoring them last. */
export async function quickFixes(session: Session, params: CodeActionParams): Promise<CodeAction[]> {
  if (!isAsked(params.context.only, CodeActionKind.QuickFix)) return [];
  const located = session.documents.locate(params.textDocument.uri);
  if (!located) return [];
  await knowConfigurations(session);
  const analysis = await session.analyses.current(located.document);
  if (!analysis) return [];
  const findings = findingsAt(analysis, params);
  const actions = findings.flatMap(finding => actionsOf(session, analysis, finding, params.context.diagnostics));
  const sorted = [...actions].sort((a, b) => a.rank - b.rank);
  return withoutRepeats(sorted).map(({ action }) => action);
}

/**
 * The action with its edit or command; without either where the finding's text has moved on. It is made anew from the other
 * cells as they are now: somebody may type there.
 */
export async function resolveQuickFix(session: Session, action: CodeAction, data: QuickFixData): Promise<CodeAction> {
  const { documents, analyses } = session;
  await knowConfigurations(session);
  const analysis = await analyses.current(data.document);
  const { uri, version } = data.text;
  if (!analysis || documents.version(uri) !== version) return action;
  const finding = shownFindings(analysis).find(
    ({ fingerprint, place }) => fingerprint === data.fingerprint && shownAt(place)?.uri === uri
  );
  const fix = finding?.fixes.find(({ title }) => title.text === data.title);
  if (!fix) return action;
  const said = asks(fix)
    ? withAnswer(fix, data.answer ?? '')
    : data.reason === undefined
      ? fix
      : withReason(fix, data.reason);
  const whole = said && (await session.engine.ready(data.document, said));
  const edited = said && editedBy(said);
  // The other file changed without anybody saying so.
  if (said && !whole && edited !== undefined && edited !== data.document) session.files.announce([edited]);
  // A large file takes a while: what was typed meanwhile is heard of before the edits are made.
  if (!whole || !(await analyses.current(data.document)) || documents.version(uri) !== version) return action;
  return { ...action, ...effectOf(session, data.document, whole) };
}

/** Waits until the engine has the newest text of every configuration file that is open: fixes may edit them. */
async function knowConfigurations({ documents, analyses }: Session): Promise<void> {
  await Promise.all(documents.configurationUris().map(uri => analyses.current(uri)));
}

interface Offer {
  readonly action: CodeAction;
  readonly rank: Rank;
}

/** 0: a fix, 1: a comment or metadata that ignores, 2: turning a rule off, 3: excluding the file. */
type Rank = 0 | 1 | 2 | 3;

function rankOf(fix: Fix): Rank {
  const intent = configuringIntent(fix);
  if (intent) return intent.kind === 'turnOff' ? 2 : 3;
  return suppresses(fix) ? 1 : 0;
}

/** Two findings at one place need not say twice that their file can be excluded, or their credential be taken out everywhere. */
function withoutRepeats(offers: readonly Offer[]): Offer[] {
  const titles = new Set<string>();
  return offers.filter(({ rank, action }) => {
    if (rank < 2 && action.command?.command !== TAKE_OUT_EVERYWHERE) return true;
    const repeats = titles.has(action.title);
    titles.add(action.title);
    return !repeats;
  });
}

/** A client that names kinds wants those and what stands below them. */
export function isAsked(only: readonly string[] | undefined, kind: string): boolean {
  return only === undefined || only.some(asked => asked === '' || kind === asked || kind.startsWith(`${asked}.`));
}

function findingsAt(analysis: Analysis, { textDocument: { uri }, range, context }: CodeActionParams): Finding[] {
  const asked = new Set(context.diagnostics.map(fingerprintOf));
  return shownFindings(analysis).filter(finding => {
    const shown = shownAt(finding.place);
    return shown?.uri === uri && (asked.has(finding.fingerprint) || overlap(shown.range, range));
  });
}

function actionsOf(
  session: Session,
  analysis: Analysis,
  finding: Finding,
  diagnostics: readonly Diagnostic[]
): Offer[] {
  const diagnostic = diagnostics.find(each => fingerprintOf(each) === finding.fingerprint);
  const offered = offeredFixes(finding);
  const preferred = offered.find(fix => fix.kind === 'safe' && !suppresses(fix));
  const everywhere = takeOutAction(session, analysis.uri, finding);
  const offers = offered.flatMap((fix): Offer[] => {
    // Whether another file is still as it was read is looked up when the action is resolved.
    const edited = editedBy(fix);
    if (edited !== undefined && edited !== analysis.uri && !session.client.resolvesEdits) return [];
    const base: CodeAction = {
      title: session.translation.of(fix.title),
      kind: CodeActionKind.QuickFix,
      ...(diagnostic && { diagnostics: [diagnostic] }),
      ...(fix === preferred && { isPreferred: true })
    };
    const rank = rankOf(fix);
    const asked = asks(fix);
    const ignoring = ignoringData(fix) ?? (asked ? { asks: asked } : secretData(fix));
    // Whether a fix fits the code around its call shows when its edits are made: only those that do are offered.
    const effect = effectOf(session, analysis.uri, session.client.resolvesEdits ? withAnyAnswer(fix) : fix);
    if (effect && session.client.resolvesEdits)
      return [{ action: { ...base, data: { ...dataOf(session, finding, fix), ...ignoring } }, rank }];
    return effect ? [{ action: { ...base, ...effect, ...(ignoring && { data: ignoring }) }, rank }] : [];
  });
  return everywhere
    ? [...offers, { action: { ...everywhere, ...(diagnostic && { diagnostics: [diagnostic] }) }, rank: 0 }]
    : offers;
}

/** What the fix does, as an edit, or as a command where it is no text that changes; undefined where it does nothing. */
function effectOf(session: Session, document: string, fix: Fix): Pick<CodeAction, 'edit' | 'command'> | undefined {
  const { engine, documents, client } = session;
  const change = engine.metadataChange(document, fix);
  if (change) {
    const argument: SetCellIgnores = { cell: change.cell, ignore: change.ignore };
    return { command: { title: fix.title.text, command: SET_CELL_IGNORES, arguments: [argument] } };
  }
  const outputs = engine.outputsCleared(document, fix);
  const edit = toWorkspaceEdit(engine.edits(document, fix), documents, client);
  if (!outputs || outputs.length === 0) return edit && outputs && { edit };
  // All of it or nothing.
  if (!edit && fix.intents.some(({ kind }) => kind !== 'clearOutputs')) return undefined;
  const argument: ClearOutputs = { outputs };
  const command = { title: fix.title.text, command: CLEAR_OUTPUTS, arguments: [argument] };
  return { ...(edit && { edit }), command };
}

function dataOf({ documents }: Session, { place, fingerprint }: Finding, fix: Fix): QuickFixData {
  const uri = shownAt(place)?.uri ?? place.document;
  return {
    kind: 'quickfix',
    document: place.document,
    fingerprint,
    title: fix.title.text,
    text: { uri, version: documents.version(uri) ?? 0 }
  };
}

function secretData({ intents }: Fix): SecretData | undefined {
  const clears = intents.some(({ kind }) => kind === 'clearOutputs');
  const hides = intents.some(({ kind }) => kind === 'readSecret' || kind === 'redact');
  const saves = intents.some(({ kind }) => kind === 'keepVariable');
  return clears || hides ? { ...(hides && { hides }), ...(saves && { saves }), ...(clears && { clears }) } : undefined;
}

function ignoringData(fix: Fix): IgnoringData | undefined {
  const ignores = ignoresIn(fix);
  return ignores && { ignores, ...(asksReason(ignores) && { reason: REASON }) };
}

function fingerprintOf({ data }: Diagnostic): string | undefined {
  return (data as Partial<FindingData> | undefined)?.fingerprint;
}

function overlap(a: Range, b: Range): boolean {
  return !isBefore(a.end, b.start) && !isBefore(b.end, a.start);
}

function isBefore(a: Range['start'], b: Range['start']): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}
