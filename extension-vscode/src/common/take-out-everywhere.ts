import {
  TAKE_OUT,
  TAKE_OUT_EVERYWHERE,
  type TakeOutEverywhere,
  type TakeOutParams,
  type TakeOutResult
} from '@loadlight/protocol/take-out';
import type { WorkspaceEdit } from 'vscode-languageclient';
import type { Ask } from './file-fix.js';
import { fixFiles } from './fix-files.js';
import type { QuietOpen } from './quiet-open.js';
import type { ServerClient } from './server-client.js';
import { TAKE_OUT_WORDS } from './take-out-words.js';
import { workspaceFiles } from './workspace-files.js';

/** What the server says of an action that takes a credential out of all files; undefined of any other. */
export function takeOutOf({
  command
}: {
  readonly command?: { readonly command: string; readonly arguments?: readonly unknown[] };
}): TakeOutEverywhere | undefined {
  if (command?.command !== TAKE_OUT_EVERYWHERE) return undefined;
  return command.arguments?.[0] as TakeOutEverywhere | undefined;
}

/** Takes the credential out of the file where it was found and all that a scan looks at, if the user wants it. */
export function takeOutEverywhere(
  { id, document }: TakeOutEverywhere,
  client: ServerClient,
  quiet: QuietOpen
): Promise<void> {
  const found = client.protocol2CodeConverter.asUri(document);
  const ask: Ask = async (_, file, texts) => {
    // The server is not sent a notebook without cells for it.
    if (texts.length === 0) return { fixed: 0, leaves: 0 };
    const params: TakeOutParams = { uri: client.code2ProtocolConverter.asUri(file), id };
    const { places, ...rest } = await client.sendRequest<TakeOutResult<WorkspaceEdit>>(TAKE_OUT, params);
    const isStuck = places > 0 && rest.edit === undefined && rest.clears === undefined;
    return isStuck ? { fixed: 0, leaves: 1 } : { ...rest, fixed: places, leaves: 0 };
  };
  return fixFiles(
    async token => {
      const files = await workspaceFiles(token);
      return files.some(file => file.toString() === found.toString()) ? files : [found, ...files];
    },
    () => client,
    quiet,
    { ask, words: TAKE_OUT_WORDS, previews: false }
  );
}
