import { say, type MessageTemplates } from '@loadlight/facts/message';
import type { Unpack } from '@loadlight/facts/fact';
import type { Fix } from '@loadlight/facts/fix';
import { isAtLeast } from '@loadlight/facts/version-range';
import { passArgument } from './argument-fix.js';
import type { Rule } from './rule.js';

const messages: MessageTemplates = {
  download:
    'Before Python 3.14, `{call}` lets an archive write files outside the folder, and this one is downloaded. Pass `filter="data"`.',
  upload:
    'Before Python 3.14, `{call}` lets an archive write files outside the folder, and whoever uses this program sent this one. Pass `filter="data"`.',
  through:
    'Before Python 3.14, what `{call}` unpacks in {module} can write files outside the folder, and this archive is not yours. Let it pass `filter="data"`.',
  'fix-filter':
    'Add filter="data" (needs Python 3.12, or a 3.8 to 3.11 of mid-2023 or later; refuses paths outside the folder)'
};

/** LL208: a downloaded tar archive is unpacked without a filter. */
export const unfilteredUnpack: Rule<'unpack'> = {
  meta: {
    id: 'LL208',
    name: 'unfiltered-unpack',
    summary: 'a downloaded tar archive that may write files anywhere when it is unpacked',
    severity: 'warning',
    equivalents: ['B202', 'S202'],
    cwe: [22],
    messages,
    references: [
      'https://docs.python.org/3/library/tarfile.html#tarfile-extraction-filter',
      'https://docs.python.org/3/library/shutil.html#shutil.unpack_archive'
    ]
  },
  reads: ['unpack'],
  check(unpack, context) {
    const { origin, call } = unpack;
    const isHub = origin.kind === 'hub';
    if (!isHub && origin.kind !== 'http' && origin.kind !== 'upload') return [];
    // Zip archives cannot leave the folder; of those that shutil unpacks only the name tells.
    if (call.callee.startsWith('shutil.') && !mayBeTar(unpack)) return [];
    if (isAtLeast(context.version('python'), '3.14') === 'yes') return [];
    const { through } = unpack;
    // A function of another module unpacks whatever it is given, each as it should: only a name tells that this is a tar archive.
    if (through !== undefined && !isTar(unpack)) return [];
    const id = through !== undefined ? 'through' : origin.kind === 'upload' ? 'upload' : 'download';
    const message = say(messages, id, { call: call.written, module: `\`${through ?? ''}\`` });
    return [
      {
        severity: isHub && origin.pinned ? 'information' : 'warning',
        message,
        place: call.calleePlace,
        fixes: fixes(unpack),
        ...(through !== undefined && { subject: `${through} ${call.written}` })
      }
    ];
  }
};

function isTar(unpack: Unpack): boolean {
  return /\.(tar(\.\w+)?|tgz|tbz2?|txz)$/i.test(nameOf(unpack));
}

function mayBeTar(unpack: Unpack): boolean {
  return !/\.(zip|whl|7z|rar)$/i.test(nameOf(unpack));
}

function nameOf({ subject, origin }: Unpack): string {
  const name = subject ?? (origin.kind === 'http' ? origin.url : '');
  return name.replace(/[?#].*$/, '');
}

/** The function of shutil fails with a filter where the archive is a zip. */
function fixes(unpack: Unpack): readonly Fix[] {
  const { call, through } = unpack;
  const format = call.arguments.get('format')?.value;
  const isForTar = format?.kind === 'literal' ? /tar$/.test(String(format.value)) : isTar(unpack);
  if (call.callee.startsWith('shutil.') && !isForTar) return [];
  return through === undefined ? passArgument(call, 'filter', 'data', say(messages, 'fix-filter')) : [];
}
