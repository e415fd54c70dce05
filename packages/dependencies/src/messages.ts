import type { MessageTemplates } from '@loadlight/facts/message';

/** What a requirement file, a lock file or an environment shows as evidence. */
export const DEPENDENCY_MESSAGES: MessageTemplates = {
  'dependency-declared': '`{requirement}` is asked for in {file}.',
  'dependency-from-url': '{package} comes from an address in {file}, so its version is not known.',
  'dependency-locked': '{file} says {package} {version}.',
  'dependency-installed': '{package} {version} is installed in {file}.'
};
