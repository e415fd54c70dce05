import {
  CodeAction,
  CodeActionKind,
  type Command,
  commands,
  type Disposable,
  l10n,
  window,
  workspace,
  type WorkspaceEdit
} from 'vscode';
import { CLEAR_OUTPUTS, type ClearOutputs, type SecretData } from '@loadlight/protocol/clear-outputs';
import type { AskingData } from '@loadlight/protocol/finding-data';
import type { TakeOutEverywhere } from '@loadlight/protocol/take-out';
import type { CodeAction as ServerAction, Middleware } from 'vscode-languageclient';
import { ask, askedOf } from './asking.js';
import { withOutputsCleared } from './clear-outputs.js';
import { ignore, ignoringOf } from './ignoring.js';
import { resolved } from './resolved-action.js';
import type { QuietOpen } from './quiet-open.js';
import type { ServerClient } from './server-client.js';
import { takeOutEverywhere, takeOutOf } from './take-out-everywhere.js';
import { applyAndSave } from './written-files.js';

/** So many fixes have a command at once: far more than the menus that can be open. */
const MOST = 500;

/** A quick fix by what the server says of it, the version of its text included. */
interface Offered {
  readonly key: string;
  readonly command: string;
  readonly action: CodeAction;
  readonly registration: Disposable;
  /** The server that offered it. */
  client: ServerClient | undefined;
  /** The editor has its edit, and makes it before it runs the command. */
  hasEdit: boolean;
}

/**
 * Gives every quick fix a command without arguments. VS Code forgets a menu's actions and the arguments of their commands
 * when others take their place or the server is started again, even while the menu is open; what is chosen then has no
 * edit, and a command with arguments fails with "Actual command not found" (`CommandsConverter` in its
 * `extHostCommands.ts`). Ignoring is all command: an edit of the editor's can neither ask for anything, nor save the file
 * that it writes, nor change a cell's metadata.
 */
export class QuickFixes implements Disposable {
  private readonly offered = new Map<string, Offered>();
  private last = 0;

  readonly middleware: Pick<Middleware, 'provideCodeActions' | 'resolveCodeAction'> = {
    provideCodeActions: async (document, range, context, token, next) => {
      const actions = await next(document, range, context, token);
      return actions?.map(each => {
        const action = withTakeOut(each);
        return isQuickFix(action) ? this.withCommand(action) : action;
      });
    },
    // The editor wants to know the edits of whatever has none.
    resolveCodeAction: async (action, token, next) => {
      const offer = [...this.offered.values()].find(({ command }) => command === action.command?.command);
      if (offer === undefined) return next(action, token);
      const client = this.running();
      if (!isAllCommand(offer.action) && client !== undefined) {
        const edit = await editOf(client, offer.action).catch(() => undefined);
        if (edit !== undefined) action.edit = edit;
        // Where there is none, the command says why.
        offer.hasEdit = edit !== undefined;
      }
      return action;
    }
  };

  constructor(
    private readonly running: () => ServerClient | undefined,
    private readonly quiet: QuietOpen
  ) {}

  dispose(): void {
    for (const { registration } of this.offered.values()) registration.dispose();
    this.offered.clear();
  }

  private withCommand(action: CodeAction & { data: unknown }): CodeAction {
    const key = JSON.stringify(action.data);
    const offer = this.offered.get(key) ?? this.offer(key, action);
    // A file that is opened again counts its versions from the start.
    offer.hasEdit = false;
    offer.client = this.running();
    // What was offered last is forgotten last.
    this.offered.delete(key);
    this.offered.set(key, offer);
    const { title, kind, diagnostics } = action;
    const command = { command: offer.command, title };
    if (!isAllCommand(action)) return Object.assign(action, { command });
    return Object.assign(new CodeAction(title, kind), { command, ...(diagnostics && { diagnostics }) });
  }

  private offer(key: string, action: CodeAction): Offered {
    const [oldest] = this.offered.values();
    if (oldest !== undefined && this.offered.size >= MOST) {
      oldest.registration.dispose();
      this.offered.delete(oldest.key);
    }
    const command = `loadlight.quickFix.${++this.last}`;
    const registration = commands.registerCommand(command, () => this.run(offer));
    const offer: Offered = { key, command, action, registration, client: undefined, hasEdit: false };
    return offer;
  }

  private async run({ action, client: offering, hasEdit }: Offered): Promise<void> {
    if (hasEdit) return;
    const client = this.running();
    if (client === undefined) {
      void window.showInformationMessage(l10n.t('Loadlight: {0}', l10n.t('The server is not running.')));
      return;
    }
    try {
      const everywhere = takeOutData(action);
      if (everywhere !== undefined) {
        if (client !== offering) throw new Error('the server that knows the credential has ended');
        await takeOutEverywhere(everywhere, client, this.quiet);
      } else if (ignoringOf(action) !== undefined) await ignore(client, action);
      else {
        const asked = askedOf(action);
        const answer = asked && (await ask(asked, action.title));
        if (asked !== undefined && answer === undefined) return;
        const edit = await editOf(client, action, answer === undefined ? {} : { answer });
        if (edit === undefined) throw new Error('the edit was refused');
        await applyWhole(edit, secretDataOf(action));
      }
    } catch (error) {
      client.warn('the fix was not made', error, false);
      void window.showInformationMessage(l10n.t('Loadlight: the text has changed since. Try again.'));
    }
  }
}

/** What the user is asked for, a cell's metadata and its outputs are in no edit of the server's. */
function isAllCommand(action: object): boolean {
  return (
    takeOutData(action) !== undefined ||
    ignoringOf(action) !== undefined ||
    askedOf(action) !== undefined ||
    hasCommand(secretDataOf(action))
  );
}

/** The server's command for it has an argument, and is in no data. The title tells one credential from another. */
interface TakeOutData {
  readonly takesOut?: TakeOutEverywhere;
  readonly title?: string;
}

function withTakeOut(action: Command | CodeAction): Command | CodeAction {
  const takesOut = action instanceof CodeAction ? takeOutOf(action) : undefined;
  return takesOut ? Object.assign(action, { data: { takesOut, title: action.title } satisfies TakeOutData }) : action;
}

function takeOutData(action: object): TakeOutEverywhere | undefined {
  return 'data' in action ? (action.data as TakeOutData | null | undefined)?.takesOut : undefined;
}

function isQuickFix(action: object): action is CodeAction & { data: unknown } {
  return action instanceof CodeAction && action.kind?.value === CodeActionKind.QuickFix.value && 'data' in action;
}

async function editOf(
  client: ServerClient,
  action: CodeAction,
  more: AskingData = {}
): Promise<WorkspaceEdit | undefined> {
  const { edit, command } = await resolved(client, action, more);
  return wholeEdit(client, { edit, command });
}

/** The edit that does all that the server's resolved action says; undefined where there is none, or the outputs have changed. */
export async function wholeEdit(
  { protocol2CodeConverter, code2ProtocolConverter }: ServerClient,
  { edit, command }: Pick<ServerAction, 'edit' | 'command'>
): Promise<WorkspaceEdit | undefined> {
  const texts = await protocol2CodeConverter.asWorkspaceEdit(edit);
  const [clears] = command?.command === CLEAR_OUTPUTS ? ((command.arguments ?? []) as ClearOutputs[]) : [];
  if (!clears) return texts;
  const made = (edit?.documentChanges ?? []).flatMap(change =>
    'kind' in change && change.kind === 'create' ? [protocol2CodeConverter.asUri(change.uri)] : []
  );
  return withOutputsCleared(texts, clears, made, ({ uri }) => code2ProtocolConverter.asUri(uri));
}

function hasCommand(data: SecretData | undefined): boolean {
  return data?.clears === true || data?.saves === true;
}

/** Makes the whole edit, and saves the files beside it that are no documents of ours. Rejects where the edit is refused. */
export async function applyWhole(edit: WorkspaceEdit, data: SecretData | undefined): Promise<void> {
  if (data?.saves !== true) {
    if (!(await workspace.applyEdit(edit))) throw new Error('the edit was refused');
    return;
  }
  await applyAndSave(edit, uri => /\/\.(?:env|gitignore)$/.test(uri.path));
}

/** What the server says of an action that takes a credential out; undefined of any other. */
export function secretDataOf(action: object): SecretData | undefined {
  const data = 'data' in action ? (action.data as SecretData | null) : null;
  return data && (data.hides ?? data.saves ?? data.clears) ? data : undefined;
}
