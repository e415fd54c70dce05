import type { TranslationBundle } from '@jupyterlab/translation';
import { Token } from '@lumino/coreutils';
import type { Documents } from './documents/documents.js';
import type { FrontDocument } from './documents/front-document.js';
import type { FixActions } from './fixes/fix-actions.js';
import type { Reveal } from './panel/jump.js';
import type { KernelVersions } from './kernel/kernel-versions.js';
import type { RulePages } from './rules/rule-pages.js';
import type { Supervisor } from './server/supervisor.js';
import type { SettingsService } from './settings/settings.js';

/** What the parts of this extension share. */
export interface ILoadlight {
  readonly documents: Documents;
  /** The document that the user works on. */
  readonly front: FrontDocument;
  readonly reveal: Reveal;
  readonly server: Supervisor;
  readonly fixes: FixActions;
  readonly rulePages: RulePages;
  readonly settings: SettingsService;
  readonly kernels: KernelVersions;
  readonly trans: TranslationBundle;
}

export const ILoadlight = new Token<ILoadlight>(
  '@loadlight/jupyterlab:ILoadlight',
  'Documents, findings and fixes of Loadlight.'
);

/** The domain of the texts that can be translated. */
export const TRANSLATION_DOMAIN = 'loadlight_jupyterlab';
