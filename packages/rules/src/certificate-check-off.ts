import type { Environment, Fetch, UncheckedCertificates } from '@loadlight/facts/fact';
import type { Fix } from '@loadlight/facts/fix';
import { say, type MessageTemplates } from '@loadlight/facts/message';
import type { Place } from '@loadlight/facts/place';
import { mayBe } from '@loadlight/facts/value';
import { isAtLeast } from '@loadlight/facts/version-range';
import { addressParts, isOwnHost } from './address.js';
import { dropArgument, whereAllowed } from './argument-fix.js';
import { argumentPlace } from './argument-place.js';
import { dictionaryFixes, ELSEWHERE_MESSAGES } from './elsewhere-fixes.js';
import type { Context, Report, Rule } from './rule.js';

const messages: MessageTemplates = {
  download:
    'Nobody checks here who answers: `{tool}` takes what it gets from anybody on the way. Check certificates; for one of your own, name its authority.',
  client:
    'Nobody checks who answers what this client asks: it takes what it gets from anybody on the way. Check certificates; for one of your own, name its authority.',
  everywhere:
    'From here on nobody checks who answers: what arrives can come from anybody on the way. Check certificates; for one of your own, name its authority.',
  variable:
    'With `{name}` set like this nobody checks who answers. Leave it out; for a certificate of your own, name its authority.',
  'fix-leave-out': 'Take this out (fails where a certificate cannot be checked)',
  'fix-drop': 'Drop {argument} (fails if the certificate cannot be checked)',
  ...ELSEWHERE_MESSAGES
};

/** Variables that turn the check off for a whole tool, by the values that do. */
const VARIABLES: ReadonlyMap<string, RegExp> = new Map([
  // git asks only whether it is there (`http.c`).
  ['GIT_SSL_NO_VERIFY', /^/],
  // mlflow 3.18, `environment_variables.py`.
  ['MLFLOW_TRACKING_INSECURE_TLS', /^(1|true)$/i],
  // What pydantic reads as true (wandb 0.31, `sdk/wandb_settings.py`).
  ['WANDB_INSECURE_DISABLE_SSL', /^(1|t|true|y|yes|on)$/i]
]);

/** Empty, it turns the check off in requests before 2.28; REQUESTS_CA_BUNDLE does not (`sessions.py`). */
const BUNDLE = 'CURL_CA_BUNDLE';

/** LL206: certificates are not checked. */
export const certificateCheckOff: Rule<'fetch' | 'unchecked-certificates' | 'environment'> = {
  meta: {
    id: 'LL206',
    name: 'certificate-check-off',
    summary: 'certificates that are not checked, so that anybody on the way can answer',
    severity: 'warning',
    equivalents: ['B501', 'S501', 'B323', 'S323'],
    cwe: [295],
    messages,
    references: [
      'https://requests.readthedocs.io/en/latest/user/advanced/#ssl-cert-verification',
      'https://docs.python.org/3/library/ssl.html'
    ]
  },
  reads: ['fetch', 'unchecked-certificates', 'environment'],
  check(fact, context) {
    if (fact.kind === 'fetch') return ofFetch(fact);
    return fact.kind === 'environment' ? ofVariable(fact, context) : [ofClient(fact)];
  }
};

function ofFetch(fetch: Fetch): readonly Report[] {
  const { origin, call, tls, told, through } = fetch;
  if (told && !told.includes('verify')) return [];
  const host = origin.kind === 'http' ? addressParts(origin.url)?.host : undefined;
  if (tls || (host !== undefined && isOwnHost(host))) return [];
  const argument = ['verify', 'ssl', 'verify_ssl'].find(name => mayBe(call?.arguments.get(name)?.value, false));
  return [
    {
      severity: 'warning',
      message: say(messages, 'download', { tool: call?.written ?? fetch.tool }),
      place: call && argument !== undefined ? argumentPlace(call, argument) : (call?.calleePlace ?? fetch.place),
      fixes:
        call && argument !== undefined && through === undefined
          ? whereAllowed(drop(call, argument), call, 'uses-answer')
          : [],
      ...(host !== undefined && { subject: host })
    }
  ];
}

function ofClient({ call, argument, place }: UncheckedCertificates): Report {
  if (!call) return { severity: 'warning', message: say(messages, 'everywhere'), place, fixes: leaveOut(place) };
  return {
    severity: 'warning',
    message: say(messages, 'client'),
    place: argument === undefined ? call.calleePlace : argumentPlace(call, argument),
    fixes: argument === undefined ? [] : drop(call, argument)
  };
}

function ofVariable({ name, value, place }: Environment, context: Context): readonly Report[] {
  const text = value.kind === 'literal' ? String(value.value) : undefined;
  const isOff = text !== undefined && VARIABLES.get(name)?.test(text);
  const isEmpty = text === '' && name === BUNDLE;
  const requests = isEmpty ? isAtLeast(context.version('requests'), '2.28') : 'no';
  if ((!isOff && !isEmpty) || requests === 'yes') return [];
  const severity = requests === 'no' ? 'warning' : 'information';
  return [{ severity, message: say(messages, 'variable', { name }), place, fixes: leaveOut(place) }];
}

function leaveOut(place: Place): readonly Fix[] {
  return [{ title: say(messages, 'fix-leave-out'), kind: 'review', intents: [{ kind: 'removeStatement', place }] }];
}

function drop(call: NonNullable<UncheckedCertificates['call']>, argument: string): readonly Fix[] {
  const title = say(messages, 'fix-drop', { argument });
  return [...dropArgument(call, argument, title), ...dictionaryFixes(call, argument, undefined, title)];
}
