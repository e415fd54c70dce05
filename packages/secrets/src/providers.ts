/** Whose credential a scanner's rule finds, and the environment variable that the provider's own tools read. */
export interface Provider {
  readonly provider: string;
  readonly variable: string;
  /** How to call it in a sentence: `a Hugging Face token`. */
  readonly label: string;
  /** The text found is an address with the password in it, and tells of no shape. */
  readonly address?: true;
}

/** By the scanner's message id. What is not listed here is no credential by itself, and is not reported. */
export const PROVIDERS: Readonly<Record<string, Provider>> = {
  HuggingFaceToken: { provider: 'huggingface', variable: 'HF_TOKEN', label: 'a Hugging Face token' },
  OPENAI_TOKEN: { provider: 'openai', variable: 'OPENAI_API_KEY', label: 'an OpenAI key' },
  ANTHROPIC_API_KEY: { provider: 'anthropic', variable: 'ANTHROPIC_API_KEY', label: 'an Anthropic key' },
  AWSSecretAccessKey: { provider: 'aws', variable: 'AWS_SECRET_ACCESS_KEY', label: 'an AWS secret access key' },
  AWSAccessKeyID: { provider: 'aws', variable: 'AWS_ACCESS_KEY_ID', label: 'an AWS access key id' },
  GITHUB_TOKEN: { provider: 'github', variable: 'GITHUB_TOKEN', label: 'a GitHub token' },
  NPM_ACCESS_TOKEN: { provider: 'npm', variable: 'NPM_TOKEN', label: 'an npm token' },
  SLACK_TOKEN: { provider: 'slack', variable: 'SLACK_TOKEN', label: 'a Slack token' },
  IncomingWebhook: { provider: 'slack', variable: 'SLACK_WEBHOOK_URL', label: 'a Slack webhook' },
  SENDGRID_KEY: { provider: 'sendgrid', variable: 'SENDGRID_API_KEY', label: 'a SendGrid key' },
  SHOPIFY_KEY: { provider: 'shopify', variable: 'SHOPIFY_TOKEN', label: 'a Shopify token' },
  LINEAR_API_TOKEN: { provider: 'linear', variable: 'LINEAR_API_KEY', label: 'a Linear key' },
  OPS_TOKEN: { provider: '1password', variable: 'OP_SERVICE_ACCOUNT_TOKEN', label: 'a 1Password token' },
  PrivateKey: { provider: 'private-key', variable: 'PRIVATE_KEY', label: 'a private key' },
  BasicAuth: { provider: 'address', variable: 'SERVICE_URL', label: 'an address with its password', address: true },
  MongoDBConnection: { provider: 'database', variable: 'DATABASE_URL', label: 'a database address', address: true },
  MySQLConnection: { provider: 'database', variable: 'DATABASE_URL', label: 'a database address', address: true },
  PostgreSQLConnection: { provider: 'database', variable: 'DATABASE_URL', label: 'a database address', address: true }
};
