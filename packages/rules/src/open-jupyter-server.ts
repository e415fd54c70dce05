import { say, type MessageTemplates } from '@loadlight/facts/message';
import type { Rule } from './rule.js';

const messages: MessageTemplates = {
  'every-address':
    '`{written}` lets the Jupyter server answer on every network that the machine is in. Leave it at localhost, and reach it through SSH or a hub.',
  'no-password':
    '`{written}` opens the Jupyter server without a token or password; whoever reaches it can run code. Leave the token on.',
  'any-origin':
    '`{written}` lets pages from anywhere talk to the Jupyter server. Name the one address that is to be allowed.',
  'no-xsrf-check': '`{written}` lets other pages send requests to the Jupyter server in your name. Leave the check on.',
  'as-root':
    '`{written}` runs the Jupyter server as root; what a notebook runs can then change the whole machine. Start it as a user.'
};

/** LL410: who reaches a Jupyter server without a password runs what they like on it. */
export const openJupyterServer: Rule<'exposure'> = {
  meta: {
    id: 'LL410',
    name: 'open-jupyter-server',
    summary: 'a Jupyter server that others than its owner can reach',
    severity: 'warning',
    equivalents: [],
    cwe: [306, 668],
    messages,
    references: ['https://jupyter-server.readthedocs.io/en/latest/operators/security.html']
  },
  reads: ['exposure'],
  check({ how, written, place }) {
    const severity = how === 'as-root' ? 'information' : 'warning';
    return [{ severity, message: say(messages, how, { written }), place, fixes: [] }];
  }
};
