import type { Call } from '@loadlight/facts/fact';

/** What torch.hub takes for a hash in the file's name (`HASH_REGEX` in torch/hub.py) is long enough to be one. */
export function isHashed(path: string): boolean {
  const [, hash = ''] = /-([0-9a-f]*)\./.exec(path.slice(path.lastIndexOf('/'))) ?? [];
  return hash.length >= 8;
}

/** The call compares nothing yet, and would by the name in its address. */
export function canCheckHash(call: Call): boolean {
  return !call.open && !call.arguments.has('file_name') && !call.arguments.has('check_hash');
}
