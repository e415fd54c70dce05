import type { Message } from '@loadlight/facts/message';
import { serverSays } from './server-messages.js';

/** What is of a wrong kind in what a client sent under `loadlight`, in sentences for its user; empty where nothing is. */
export function settingMistakes(sent: unknown): readonly Message[] {
  if (sent === undefined || sent === null) return [];
  if (!isRecord(sent)) return [serverSays('server-settings-kind')];
  const { enable, versions, environment } = sent;
  return [
    ...(isMissing(enable) || typeof enable === 'boolean' ? [] : [serverSays('server-setting-enable')]),
    ...(isMissing(versions) ? [] : versionMistakes(versions)),
    ...(isMissing(environment) || typeof environment === 'string'
      ? []
      : [serverSays('server-setting-text', { setting: 'loadlight.environment' })])
  ];
}

function versionMistakes(versions: unknown): readonly Message[] {
  if (!isRecord(versions)) {
    return [serverSays('server-setting-versions', { example: '{"torch": "2.6.0"}' })];
  }
  const wrong = Object.entries(versions).filter(([, version]) => typeof version !== 'string');
  return wrong.map(([name]) => serverSays('server-setting-version', { package: name }));
}

function isMissing(value: unknown): boolean {
  return value === undefined || value === null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
