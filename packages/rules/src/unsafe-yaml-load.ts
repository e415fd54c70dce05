import type { Load } from '@loadlight/facts/fact';
import type { Fix } from '@loadlight/facts/fix';
import { say, type MessageTemplates } from '@loadlight/facts/message';
import type { Value } from '@loadlight/facts/value';
import { argumentPlace } from './argument-place.js';
import { guardState } from './guard.js';
import { LOAD_MESSAGES, reportLoad, type Told } from './load-report.js';
import { isOwnFile } from './origin-wording.js';
import type { Context, Rule } from './rule.js';

const messages: MessageTemplates = {
  'runs-code': '`{call}` runs whatever code {file} names{ending}. Use `yaml.safe_load`.',
  'runs-code-in-data': '`{call}` runs whatever code the text names{ending}. Use `yaml.safe_load`.',
  'unsafe-class': 'With `{loader}`, `{call}` runs whatever code {file} names{ending}. Use `yaml.safe_load`.',
  'unsafe-class-data': 'With `{loader}`, `{call}` runs whatever code the text names{ending}. Use `yaml.safe_load`.',
  'unsafe-type': 'With `typ="unsafe"`, `{call}` runs whatever code {file} names{ending}. Use `YAML(typ="safe")`.',
  'old-version':
    'This runs with {package} {version}, where `{call}` can be made to run code that {file} names{ending}. Use a loader whose name begins with `Safe`.',
  'unknown-version':
    'Which {package} runs this is not known, and before {since} `{call}` can be made to run code that {file} names. Use a loader whose name begins with `Safe`.',
  'unknown-default':
    'Which {package} runs this is not known, and before {since} `{call}` without a loader runs code that {file} names{ending}. Use a loader whose name begins with `Safe`.',
  'known-at-run-time':
    'Whether `{call}` runs code that {file} names is decided at run time by its loader. Use `yaml.safe_load` where you can.',
  ...LOAD_MESSAGES,
  'fix-safe-load': 'Change to yaml.safe_load (loading fails if the file names Python objects)'
};

/** Functions that have a namesake in PyYAML which builds nothing but plain data. */
const HAS_SAFE: ReadonlySet<string> = new Set(
  ['load', 'full_load', 'unsafe_load'].flatMap(name => [`yaml.${name}`, `yaml.${name}_all`])
);

/** LL105: YAML whose tags name the Python functions to call. */
export const unsafeYamlLoad: Rule<'load'> = {
  meta: {
    id: 'LL105',
    name: 'unsafe-yaml-load',
    summary: 'YAML loading that builds any Python object the file names',
    severity: 'error',
    equivalents: ['B506', 'S506'],
    cwe: [502],
    messages,
    references: [
      'https://pyyaml.org/wiki/PyYAMLDocumentation',
      'https://github.com/yaml/pyyaml/wiki/PyYAML-yaml.load%28input%29-Deprecation',
      'https://nvd.nist.gov/vuln/detail/CVE-2020-14343',
      'https://yaml.dev/doc/ruamel.yaml/api/'
    ]
  },
  reads: ['load'],
  check(load, context) {
    if (load.traits.family !== 'yaml') return [];
    const told = judge(load, context);
    if (!told || (load.through !== undefined && told.severity === 'information')) return [];
    const fixes = HAS_SAFE.has(load.loader) && !load.call.open ? [SAFE_LOAD(load)] : [];
    return [reportLoad(messages, load, { fixes, ...told }, context)];
  }
};

function judge(load: Load, context: Context): Told | undefined {
  const { call, loader, origin, subject, traits } = load;
  const guard = traits.guard;
  const given = guard && call.arguments.get(guard.parameter)?.value;
  const place = guard ? argumentPlace(call, guard.parameter) : call.calleePlace;
  // A file that the text was read from is still named.
  const ofData =
    origin.kind !== 'file' && (subject === undefined || (origin.kind === 'http' && origin.url === subject));
  switch (guardState(load, context)) {
    case 'off':
      if (guard?.parameter === 'typ') return { id: 'unsafe-type', place };
      if (isByVersion(given)) return { id: 'old-version', place, args: versionArguments(loader, context) };
      return { id: ofData ? 'unsafe-class-data' : 'unsafe-class', ofData, place, args: { loader: classOf(given) } };
    case 'on-later':
      return { id: 'unknown-version', severity: 'information', place, args: versionArguments(loader, context) };
    case 'default-off':
      if (traits.safety === 'unsafe') return { id: ofData ? 'runs-code-in-data' : 'runs-code', ofData };
      return { id: 'old-version', args: versionArguments(loader, context) };
    case 'default-unknown': {
      const args = versionArguments(loader, context);
      if (!guard) return { id: 'unknown-version', severity: 'information', args };
      return { id: 'unknown-default', severity: isOwnFile(origin) ? 'information' : 'warning', args };
    }
    case 'at-run-time':
    case 'maybe-passed':
      return { id: 'known-at-run-time', severity: 'information', place, fixes: [] };
    default:
      return undefined;
  }
}

const SAFE_LOAD = ({ call }: Load): Fix => ({
  title: say(messages, 'fix-safe-load'),
  kind: 'review',
  intents: [{ kind: 'rewriteCall', call: call.place, recipe: 'safe-yaml-load' }]
});

/** FullLoader, and a class of the program that derives from it. */
function isByVersion(value: Value | undefined): boolean {
  if (value?.kind === 'any') return value.values.every(isByVersion);
  if (value?.kind === 'class') return value.bases.every(base => base === null || base.endsWith('FullLoader'));
  return value?.kind === 'symbol' && value.name.endsWith('FullLoader');
}

/** The class as the reader knows it: of several the one that builds any object. */
function classOf(value: Value | undefined): string {
  if (value?.kind === 'any')
    return value.values.map(classOf).find(name => !/Safe|Base|Full|^Loader=/.test(name)) ?? 'Loader';
  if (value?.kind === 'symbol') return value.name.slice(value.name.lastIndexOf('.') + 1);
  if (value?.kind === 'class') return value.bases.at(-1)?.replace(/^.*\./, '') ?? 'Loader';
  return 'Loader';
}

function versionArguments(loader: string, context: Context): NonNullable<Told['args']> {
  const ruamel = loader.startsWith('ruamel');
  const version = context.version(ruamel ? 'ruamel.yaml' : 'PyYAML')?.written ?? '';
  return { package: ruamel ? 'ruamel.yaml' : 'PyYAML', version, since: ruamel ? '0.18' : '5.4' };
}
