import { inEnglish, say, type Message, type MessageTemplates, type Wording } from './message.js';

/** How versions and where they are known from are put, beside what the user wrote. */
export const VERSION_MESSAGES: MessageTemplates = {
  'version-from': '{version} ({source})',
  'version-either': '{one} or {other}',
  'version-both': '{one} and {other}',
  'version-any': 'any version',
  'version-settings': 'settings',
  'version-kernel': 'the running kernel',
  'version-installs': 'pip install in this notebook',
  'version-script-installs': 'pip install in this script',
  'version-script-header': "the script's header",
  'version-notebook-header': "the notebook's header"
};

export function versionWords(id: string, args: Message['args'] = {}): Message {
  return say(VERSION_MESSAGES, `version-${id}`, args);
}

/** A version and who says it: `2.4 (requirements.txt)`. */
export function versionFrom(version: Wording, source: Wording): Wording {
  // Data alone needs no words.
  if (typeof version === 'string' && typeof source === 'string') return `${version} (${source})`;
  return versionWords('from', { version, source });
}

/** What two say, one of whom is right, or both. */
export function twoVersions(how: 'either' | 'both', one: Wording, other: Wording): Wording {
  return inEnglish(one) === inEnglish(other) ? one : versionWords(how, { one, other });
}
