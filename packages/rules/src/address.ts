import type { Fetch } from '@loadlight/facts/fact';

/** The parts of an http or https address that can be told; undefined where the host is not known. */
export function addressParts(
  url: string
): { readonly scheme: 'http' | 'https'; readonly host: string; readonly path: string } | undefined {
  const [, scheme = '', host = '', path = ''] =
    /^(https?):\/\/(?:[^/@\s…]*@)?(\[[^\]]+\]|[^/:?#\s…]+)(?=[/:?#]|$)(?::\d+)?([^?#]*)/i.exec(url) ?? [];
  return host === '' ? undefined : { scheme: scheme.toLowerCase() === 'http' ? 'http' : 'https', host, path };
}

/** The machine itself, or one of a network of one's own: nobody between can be told from the owner. */
export function isOwnHost(host: string): boolean {
  const name = host.replace(/^\[|\]$/g, '').toLowerCase();
  if (/^(::1|f[cd][0-9a-f]{2}:.*|fe80:.*)$/.test(name)) return true;
  if (/^(0\.0\.0\.0|127\.|10\.|192\.168\.|169\.254\.|172\.(1[6-9]|2\d|3[01])\.)/.test(name)) return true;
  return !/[.:]/.test(name) || /\.(localhost|local|internal|lan|test|home\.arpa)$/.test(name);
}

/** The name ends like data, weights, an archive or a script: what is read, loaded or run. */
function isFileOfInterest(path: string): boolean {
  return /\.(csv|tsv|json|jsonl|parquet|feather|xlsx?|txt|xml|npy|npz|mat|h5|hdf5|keras|pt|pth|ckpt|bin|onnx|pb|tflite|pkl|pickle|joblib|safetensors|gguf|zip|tar|tgz|gz|bz2|xz|7z|whl|py|sh|ipynb|ya?ml|model)$/i.test(
    path
  );
}

/** What the fetch brings is kept as a file, read as data or names a file, and is no answer of a service. */
export function bringsFile({ tool, destination, origin }: Fetch): boolean {
  if (destination !== undefined || /\.read_|\.scan_|loadtxt|genfromtxt|load_state_dict/.test(tool)) return true;
  return origin.kind === 'http' && isFileOfInterest(addressParts(origin.url)?.path ?? '');
}
