/** Whose credential a scanner's rule finds, and the environment variable that the provider's own tools read. */
export interface Provider {
  readonly provider: string;
  readonly variable: string;
  /** What it is called; the rules have the words for it. */
  readonly label: string;
  /** The page on which it is revoked, without https://. */
  readonly revoke?: string;
  /** The text found is an address with the password in it, and tells of no shape. */
  readonly address?: true;
}

/** By the scanner's message id. What is not listed here is no credential by itself, and is not reported. */
export const PROVIDERS: Readonly<Record<string, Provider>> = {
  OPENAI_TOKEN: {
    provider: 'openai',
    variable: 'OPENAI_API_KEY',
    label: 'openai-key',
    revoke: 'platform.openai.com/api-keys'
  },
  ANTHROPIC_API_KEY: {
    provider: 'anthropic',
    variable: 'ANTHROPIC_API_KEY',
    label: 'anthropic-key',
    revoke: 'platform.claude.com/settings/keys'
  },
  AWSSecretAccessKey: {
    provider: 'aws',
    variable: 'AWS_SECRET_ACCESS_KEY',
    label: 'aws-secret-access-key',
    revoke: 'console.aws.amazon.com/iam'
  },
  AWSAccessKeyID: {
    provider: 'aws',
    variable: 'AWS_ACCESS_KEY_ID',
    label: 'aws-access-key-id',
    revoke: 'console.aws.amazon.com/iam'
  },
  GITHUB_TOKEN: {
    provider: 'github',
    variable: 'GITHUB_TOKEN',
    label: 'github-token',
    revoke: 'github.com/settings/tokens'
  },
  NPM_ACCESS_TOKEN: { provider: 'npm', variable: 'NPM_TOKEN', label: 'npm-token', revoke: 'www.npmjs.com/settings' },
  SLACK_TOKEN: { provider: 'slack', variable: 'SLACK_TOKEN', label: 'slack-token', revoke: 'api.slack.com/apps' },
  IncomingWebhook: {
    provider: 'slack',
    variable: 'SLACK_WEBHOOK_URL',
    label: 'slack-webhook',
    revoke: 'api.slack.com/apps'
  },
  SENDGRID_KEY: {
    provider: 'sendgrid',
    variable: 'SENDGRID_API_KEY',
    label: 'sendgrid-key',
    revoke: 'app.sendgrid.com/settings/api_keys'
  },
  SHOPIFY_KEY: {
    provider: 'shopify',
    variable: 'SHOPIFY_TOKEN',
    label: 'shopify-token',
    revoke: 'admin.shopify.com/settings/apps'
  },
  LINEAR_API_TOKEN: {
    provider: 'linear',
    variable: 'LINEAR_API_KEY',
    label: 'linear-key',
    revoke: 'linear.app/settings/account/security'
  },
  OPS_TOKEN: {
    provider: '1password',
    variable: 'OP_SERVICE_ACCOUNT_TOKEN',
    label: '1password-token',
    revoke: 'my.1password.com/developer-tools'
  },
  ProtectedPrivateKey: { provider: 'private-key', variable: 'PRIVATE_KEY', label: 'protected-private-key' },
  PrivateKey: { provider: 'private-key', variable: 'PRIVATE_KEY', label: 'private-key' },
  BasicAuth: { provider: 'address', variable: 'SERVICE_URL', label: 'address-with-its-password', address: true },
  MongoDBConnection: { provider: 'database', variable: 'DATABASE_URL', label: 'database-address', address: true },
  MySQLConnection: { provider: 'database', variable: 'DATABASE_URL', label: 'database-address', address: true },
  PostgreSQLConnection: { provider: 'database', variable: 'DATABASE_URL', label: 'database-address', address: true }
};
