import type { CertificateRow } from './row.js';

const SSL = 'https://docs.python.org/3/library/ssl.html';
const HTTPX = 'https://www.python-httpx.org/advanced/ssl/';
const AIOHTTP = 'https://docs.aiohttp.org/en/stable/client_advanced.html#ssl-control-for-tcp-sockets';
const URLLIB3 = 'https://urllib3.readthedocs.io/en/stable/advanced-usage.html';

/** Calls after which certificates are not checked. Those of a single request are among the downloads. */
export const CERTIFICATE_CALLS: readonly CertificateRow[] = [
  { name: 'ssl._create_unverified_context', documentation: SSL },
  ...['httpx.Client', 'httpx.AsyncClient'].map(name => off(name, 'verify', [false], HTTPX)),
  ...['ssl', 'verify_ssl'].map(parameter => off('aiohttp.TCPConnector', parameter, [false], AIOHTTP)),
  ...['urllib3.PoolManager', 'urllib3.HTTPSConnectionPool'].map(name =>
    off(name, 'cert_reqs', ['CERT_NONE', 'ssl.CERT_NONE'], URLLIB3)
  ),
  off('boto3.client', 'verify', [false], 'https://docs.aws.amazon.com/boto3/latest/reference/core/session.html')
];

/** Attributes that are set to turn the check off. */
export const CERTIFICATE_ATTRIBUTES: readonly CertificateRow[] = [
  set('ssl._create_default_https_context', ['ssl._create_unverified_context']),
  ...['ssl.create_default_context()', 'ssl.SSLContext()'].map(made => set(`${made}.verify_mode`, ['ssl.CERT_NONE'])),
  ...['requests.Session()', 'requests.session()', 'requests.sessions.Session()'].map(made =>
    set(`${made}.verify`, [false], 'https://requests.readthedocs.io/en/latest/user/advanced/#ssl-cert-verification')
  )
];

function off(
  name: string,
  parameter: string,
  values: readonly (string | false)[],
  documentation: string
): CertificateRow {
  return { name, parameter, off: values, documentation };
}

function set(name: string, values: readonly (string | false)[], documentation = SSL): CertificateRow {
  return { name, off: values, documentation };
}
