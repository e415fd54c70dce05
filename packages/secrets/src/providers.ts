/** Whose credential a scanner's rule finds, and the environment variable that the provider's own tools read. */
export interface Provider {
  readonly provider: string;
  readonly variable: string;
  /** What it is called; the rules have the words for it. */
  readonly label: string;
  /** The text found is an address with the password in it, and tells of no shape. */
  readonly address?: true;
}

/** By the scanner's message id. What is not listed here is no credential by itself, and is not reported. */
export const PROVIDERS: Readonly<Record<string, Provider>> = {
  HuggingFaceToken: { provider: 'huggingface', variable: 'HF_TOKEN', label: 'hugging-face-token' },
  OPENAI_TOKEN: { provider: 'openai', variable: 'OPENAI_API_KEY', label: 'openai-key' },
  ANTHROPIC_API_KEY: { provider: 'anthropic', variable: 'ANTHROPIC_API_KEY', label: 'anthropic-key' },
  AWSSecretAccessKey: { provider: 'aws', variable: 'AWS_SECRET_ACCESS_KEY', label: 'aws-secret-access-key' },
  AWSAccessKeyID: { provider: 'aws', variable: 'AWS_ACCESS_KEY_ID', label: 'aws-access-key-id' },
  GITHUB_TOKEN: { provider: 'github', variable: 'GITHUB_TOKEN', label: 'github-token' },
  NPM_ACCESS_TOKEN: { provider: 'npm', variable: 'NPM_TOKEN', label: 'npm-token' },
  SLACK_TOKEN: { provider: 'slack', variable: 'SLACK_TOKEN', label: 'slack-token' },
  IncomingWebhook: { provider: 'slack', variable: 'SLACK_WEBHOOK_URL', label: 'slack-webhook' },
  SENDGRID_KEY: { provider: 'sendgrid', variable: 'SENDGRID_API_KEY', label: 'sendgrid-key' },
  SHOPIFY_KEY: { provider: 'shopify', variable: 'SHOPIFY_TOKEN', label: 'shopify-token' },
  LINEAR_API_TOKEN: { provider: 'linear', variable: 'LINEAR_API_KEY', label: 'linear-key' },
  OPS_TOKEN: { provider: '1password', variable: 'OP_SERVICE_ACCOUNT_TOKEN', label: '1password-token' },
  PrivateKey: { provider: 'private-key', variable: 'PRIVATE_KEY', label: 'private-key' },
  BasicAuth: { provider: 'address', variable: 'SERVICE_URL', label: 'address-with-its-password', address: true },
  MongoDBConnection: { provider: 'database', variable: 'DATABASE_URL', label: 'database-address', address: true },
  MySQLConnection: { provider: 'database', variable: 'DATABASE_URL', label: 'database-address', address: true },
  PostgreSQLConnection: { provider: 'database', variable: 'DATABASE_URL', label: 'database-address', address: true }
};
