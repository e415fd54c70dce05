import { brokenConfiguration } from './broken-configuration.js';
import { certificateCheckOff } from './certificate-check-off.js';
import { plainHttpDownload } from './plain-http-download.js';
import { uncheckedDownload } from './unchecked-download.js';
import { unfilteredUnpack } from './unfiltered-unpack.js';
import { hardcodedCredential } from './hardcoded-credential.js';
import { hardcodedProviderToken } from './hardcoded-provider-token.js';
import { allowsPickleWeights } from './allows-pickle-weights.js';
import { unpinnedTorchHub } from './unpinned-torch-hub.js';
import { savesWholeModule } from './saves-whole-module.js';
import { activeOutput } from './active-output.js';
import { activeText } from './active-text.js';
import { scriptInCell } from './script-in-cell.js';
import { homeFolder } from './home-folder.js';
import { personalName } from './personal-name.js';
import { internalAddress } from './internal-address.js';
import { personalTable } from './personal-table.js';
import { largeOutput } from './large-output.js';
import { cellsOutOfOrder } from './cells-out-of-order.js';
import { openJupyterServer } from './open-jupyter-server.js';
import type { Rule } from './rule.js';
import { loadingCheckOff } from './loading-check-off.js';
import { loadsProgram } from './loads-program.js';
import { secretInOutput } from './secret-in-output.js';
import { trustsRemoteCode } from './trusts-remote-code.js';
import { unpinnedHubRevision } from './unpinned-hub-revision.js';
import { unsafeCheckpointLoad } from './unsafe-checkpoint-load.js';
import { unsafeJoblibLoad } from './unsafe-joblib-load.js';
import { unsafeKerasLoad } from './unsafe-keras-load.js';
import { unsafeNumpyLoad } from './unsafe-numpy-load.js';
import { unsafePickleLoad } from './unsafe-pickle-load.js';
import { unsafeTorchLoad } from './unsafe-torch-load.js';
import { unsafeYamlLoad } from './unsafe-yaml-load.js';
import { unusedSuppression } from './unused-suppression.js';

/** Every rule by id. The one list: a rule that is not here does not run. */
export const RULES: readonly Rule[] = [
  unusedSuppression,
  brokenConfiguration,
  unsafeTorchLoad,
  unsafePickleLoad,
  unsafeJoblibLoad,
  unsafeNumpyLoad,
  unsafeYamlLoad,
  unsafeCheckpointLoad,
  loadsProgram,
  unsafeKerasLoad,
  loadingCheckOff,
  savesWholeModule,
  trustsRemoteCode,
  unpinnedHubRevision,
  unpinnedTorchHub,
  allowsPickleWeights,
  plainHttpDownload,
  certificateCheckOff,
  uncheckedDownload,
  unfilteredUnpack,
  hardcodedProviderToken,
  hardcodedCredential,
  secretInOutput,
  activeOutput,
  activeText,
  scriptInCell,
  homeFolder,
  personalName,
  internalAddress,
  personalTable,
  largeOutput,
  cellsOutOfOrder,
  openJupyterServer
] as readonly unknown[] as readonly Rule[];
