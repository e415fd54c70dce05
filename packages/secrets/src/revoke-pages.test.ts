import { deepEqual, equal } from 'node:assert/strict';
import { FORMATS } from './formats.js';
import { NAMED_PROVIDERS } from './meaning/named-providers.js';
import { PROVIDERS } from './providers.js';

/**
 * Where it is written that a credential is managed or revoked at an address, as it was read in November 2026 in stored
 * copies: the provider's own documentation or, where that names no page, those who help after a leak (GitGuardian,
 * GitLab, How to Rotate) or ask for the key (n8n, Nango). What one runs oneself has no such page: there the address is
 * the documentation of the command.
 */
const SOURCES: Readonly<Record<string, string>> = {
  'admin.mailchimp.com/account/api': 'https://howtorotate.com/docs/tutorials/mailchimp/',
  'admin.shopify.com/settings/apps': 'https://docs.n8n.io/integrations/builtin/credentials/shopify',
  'airtable.com/create/tokens': 'https://support.airtable.com/docs/creating-personal-access-tokens',
  'aistudio.google.com/apikey': 'https://ai.google.dev/gemini-api/docs/api-key',
  'api.slack.com/apps': 'https://howtorotate.com/docs/tutorials/slack/',
  'api.together.ai/settings/projects/~current/api-keys': 'https://docs.together.ai/docs/api-keys-authentication',
  'app.brevo.com/settings/keys/api': 'https://help.brevo.com/hc/en-us/articles/209467485',
  'app.clear.ml/settings': 'https://clear.ml/docs/latest/docs/webapp/settings/webapp_settings_profile',
  'app.datadoghq.com/organization-settings/api-keys': 'https://docs.datadoghq.com/account_management/api-app-keys/',
  'app.docker.com/settings/personal-access-tokens': 'https://docs.docker.com/security/access-tokens/',
  'app.fireworks.ai/settings/users/api-keys': 'https://nango.dev/docs/api-integrations/fireworks-ai/connect',
  'app.humansignal.com/user/account': 'https://labelstud.io/guide/access_tokens',
  'app.mailgun.com/settings/api_security': 'https://howtorotate.com/docs/tutorials/mailgun/',
  'app.neptune.ai': 'https://docs.neptune.ai/api_token',
  'app.netlify.com/user/applications': 'https://howtorotate.com/docs/tutorials/netlify/',
  'app.pinecone.io': 'https://docs.pinecone.io/guides/projects/manage-api-keys',
  'app.planetscale.com': 'https://docs.gitlab.com/user/application_security/dast/browser/checks/798.91/',
  'app.prefect.cloud/my/api-keys': 'https://docs.prefect.io/v3/how-to-guides/cloud/manage-users/api-keys',
  'app.pulumi.com': 'https://docs.gitlab.com/user/application_security/dast/browser/checks/798.95/',
  'app.roboflow.com/settings/api': 'https://docs.roboflow.com/developer/authentication',
  'app.sendgrid.com/settings/api_keys': 'https://howtorotate.com/docs/tutorials/sendgrid/',
  'app.tavily.com': 'https://docs.tavily.com/documentation/best-practices/api-key-management',
  'app.terraform.io/app/settings/tokens':
    'https://developer.hashicorp.com/terraform/cloud-docs/users-teams-organizations/users',
  'cloud.cerebras.ai': 'https://docs.n8n.io/integrations/builtin/credentials/cerebras',
  'cloud.digitalocean.com/account/api/tokens':
    'https://docs.gitguardian.com/secrets-detection/secrets-detection-engine/detectors/specifics/digitalocean_personal_token_v1',
  'cloud.langfuse.com': 'https://langfuse.com/faq/all/lost-secret-key',
  'cloud.llamaindex.ai': 'https://developers.llamaindex.ai/llamaparse/general/api_key/',
  'cloud.qdrant.io': 'https://qdrant.tech/documentation/cloud/authentication',
  'cloud.vast.ai/manage-keys': 'https://docs.vast.ai/guides/reference/api-keys',
  'cloud.zilliz.com': 'https://docs.zilliz.com/docs/manage-api-keys',
  'console.anyscale.com': 'https://docs.anyscale.com/auth/api-keys',
  'console.aws.amazon.com/iam': 'https://docs.aws.amazon.com/IAM/latest/UserGuide/access-key-self-managed.html',
  'console.clickhouse.cloud': 'https://clickhouse.com/docs/cloud/manage/openapi',
  'console.cloud.google.com/apis/credentials': 'https://docs.datadoghq.com/security/default_rules/def-000-npq/',
  'console.deepgram.com': 'https://developers.deepgram.com/docs/authenticating',
  'console.groq.com/keys': 'https://howtorotate.com/docs/tutorials/groq/',
  'console.mapbox.com/account/access-tokens': 'https://docs.mapbox.com/accounts/guides/tokens/',
  'console.mistral.ai/api-keys': 'https://docs.n8n.io/integrations/builtin/credentials/mistral',
  'console.neon.tech': 'https://neon.com/faqs/rotate-database-url-connection-string',
  'console.perplexity.ai': 'https://docs.perplexity.ai/docs/admin/api-key-management',
  'console.runpod.io/user/credentials': 'https://docs.runpod.io/get-started/credentials',
  'console.twilio.com': 'https://www.twilio.com/docs/iam/api-keys/keys-in-console',
  'console.weaviate.cloud': 'https://docs.weaviate.io/cloud/manage-clusters/authentication',
  'console.x.ai': 'https://docs.x.ai/console/faq/security',
  'console.x.com': 'https://docs.x.com/fundamentals/security',
  'dagshub.com/user/settings/tokens': 'https://dagshub.com/docs/client/reference/auth.html',
  'dash.cloudflare.com/profile/api-tokens': 'https://developers.cloudflare.com/fundamentals/api/how-to/roll-token/',
  'dash.voyageai.com': 'https://github.com/voyage-ai/voyageai-python/blob/main/voyageai/util.py',
  'dashboard.cohere.com/api-keys': 'https://docs.n8n.io/integrations/builtin/credentials/cohere',
  'dashboard.doppler.com':
    'https://docs.gitguardian.com/secrets-detection/secrets-detection-engine/detectors/specifics/doppler_apikey',
  'dashboard.heroku.com/account': 'https://help.heroku.com/PBGP6IDE',
  'dashboard.ngrok.com/get-started/your-authtoken': 'https://ngrok.com/docs/errors/err_ngrok_107/',
  'dashboard.stripe.com/apikeys': 'https://howtorotate.com/docs/tutorials/stripe/',
  'dashboard.stripe.com/webhooks':
    'https://docs.gitguardian.com/secrets-detection/secrets-detection-engine/detectors/specifics/stripe_webhook_secret',
  'developer.hashicorp.com/vault/docs/commands/token/revoke':
    'https://developer.hashicorp.com/vault/docs/commands/token/revoke',
  'developer.spotify.com/dashboard': 'https://developer.spotify.com/documentation/web-api/concepts/apps',
  'developer.squareup.com/apps': 'https://howtorotate.com/docs/tutorials/square/',
  'discord.com/developers/applications': 'https://discord.com/developers/docs/quick-start/getting-started',
  'discord.com/developers/docs/resources/webhook': 'https://discord.com/developers/docs/resources/webhook',
  'docs.databricks.com/dev-tools/auth/pat':
    'https://docs.gitguardian.com/secrets-detection/secrets-detection-engine/detectors/specifics/databricks_authentication_token',
  'docs.min.io/community/minio-object-store/reference/minio-mc-admin/mc-admin-accesskey-remove.html':
    'https://docs.min.io/community/minio-object-store/reference/minio-mc-admin/mc-admin-accesskey-remove.html',
  'docs.okd.io/latest/authentication/managing-oauth-access-tokens.html':
    'https://docs.okd.io/latest/authentication/managing-oauth-access-tokens.html',
  'e2b.dev/dashboard?tab=keys': 'https://e2b.dev/docs/api-key',
  'elevenlabs.io/app/settings/api-keys': 'https://github.com/elevenlabs/skills/blob/main/setup-api-key/SKILL.md',
  'fly.io/docs/flyctl/tokens-revoke': 'https://fly.io/docs/flyctl/tokens-revoke',
  'github.com/settings/tokens': 'https://howtorotate.com/docs/tutorials/github/',
  'gitlab.com/-/user_settings/personal_access_tokens': 'https://docs.gitlab.com/user/profile/personal_access_tokens/',
  'go.postman.co/settings/me/api-keys': 'https://docs.gitlab.com/user/application_security/dast/browser/checks/798.93/',
  'grafana.com/docs/grafana/latest/administration/service-accounts':
    'https://grafana.com/docs/grafana/latest/administration/service-accounts',
  'home.openweathermap.org/api_keys': 'https://docs.n8n.io/integrations/builtin/credentials/openweathermap',
  'huggingface.co/settings/tokens': 'https://huggingface.co/docs/hub/security-tokens',
  'id.atlassian.com/manage-profile/security/api-tokens': 'https://docs.n8n.io/integrations/builtin/credentials/jira',
  'jina.ai/api-dashboard':
    'https://docs.gitguardian.com/secrets-detection/secrets-detection-engine/detectors/specifics/jina_api_key',
  'learn.microsoft.com/microsoftteams/platform/webhooks-and-connectors/how-to/add-incoming-webhook':
    'https://learn.microsoft.com/microsoftteams/platform/webhooks-and-connectors/how-to/add-incoming-webhook',
  'linear.app/settings/account/security':
    'https://docs.gitlab.com/user/application_security/dast/browser/checks/798.66/',
  'login.tailscale.com/admin/settings/keys': 'https://howtorotate.com/docs/tutorials/tailscale/',
  'mlflow.org/docs/latest/self-hosting/security/basic-http-auth':
    'https://mlflow.org/docs/latest/self-hosting/security/basic-http-auth',
  'modal.com/settings/tokens': 'https://github.com/modal-labs/modal-client/blob/main/js/modal_docs/intro.md',
  'my.1password.com/developer-tools': 'https://github.com/1Password/onepassword-sdk-python/blob/main/README.md',
  'myaccount.google.com/permissions': 'https://developers.google.com/identity/gsi/web/guides/revoke',
  'one.newrelic.com/api-keys': 'https://docs.newrelic.com/docs/apis/intro-apis/new-relic-api-keys/',
  'openrouter.ai/keys': 'https://docs.n8n.io/integrations/builtin/credentials/openrouter',
  'org.ngc.nvidia.com/setup/api-keys': 'https://docs.nvidia.com/rag/latest/api-key.html',
  'platform.claude.com/settings/keys': 'https://platform.claude.com/docs/en/get-api-key',
  'platform.openai.com/api-keys': 'https://help.openai.com/en/articles/4936850',
  'platform.stability.ai/account/keys': 'https://platform.stability.ai/docs/getting-started/authentication',
  'portal.azure.com': 'https://howtorotate.com/docs/tutorials/azure/',
  'ram.console.alibabacloud.com':
    'https://hub.steampipe.io/mods/turbot/alicloud_compliance/controls/control.cis_v100_1_6',
  'replicate.com/account/api-tokens': 'https://replicate.com/docs/topics/security/api-tokens',
  'rubygems.org/profile/api_keys': 'https://guides.rubygems.org/api-key-scopes/',
  'sentry.io/orgredirect/organizations/:orgslug/settings/auth-tokens': 'https://docs.sentry.io/account/auth-tokens/',
  'sentry.io/settings/account/api/auth-tokens': 'https://docs.sentry.io/account/auth-tokens/',
  'serpapi.com/manage-api-key': 'https://docs.n8n.io/integrations/builtin/credentials/serp',
  'smith.langchain.com/settings': 'https://docs.langchain.com/langsmith/create-account-api-key',
  'sourcegraph.com/user/settings/tokens': 'https://howtorotate.com/docs/tutorials/sourcegraph/',
  'studio.ai21.com': 'https://docs.ai21.com/docs/create-api-key',
  'supabase.com/dashboard/account/tokens': 'https://supabase.com/docs/guides/platform/personal-access-tokens',
  'supabase.com/dashboard/project/_/settings/api-keys': 'https://supabase.com/docs/guides/api/api-keys',
  't.me/BotFather': 'https://core.telegram.org/bots/features#generating-an-authentication-token',
  'wandb.ai/settings': 'https://docs.wandb.ai/platform/hosting/iam/api-keys',
  'www.assemblyai.com/dashboard': 'https://www.assemblyai.com/docs/account-management',
  'www.comet.com/account-settings': 'https://comet.com/docs/v2/api-and-sdk/rest-api/overview',
  'www.figma.com/settings': 'https://help.figma.com/hc/en-us/articles/8085703771159',
  'www.firecrawl.dev/app/api-keys':
    'https://docs.gitguardian.com/secrets-detection/secrets-detection-engine/detectors/specifics/firecrawl_apikey',
  'www.kaggle.com/settings': 'https://github.com/Kaggle/kaggle-api/blob/main/docs/README.md',
  'www.notion.so/profile/integrations': 'https://github.com/makenotion/notion-mcp-server/blob/main/README.md',
  'www.npmjs.com/settings': 'https://docs.npmjs.com/revoking-access-tokens',
  'docs.snowflake.com/en/user-guide/admin-user-management':
    'https://docs.snowflake.com/en/user-guide/admin-user-management',
  'pypi.org/manage/account':
    'https://github.com/pypa/packaging.python.org/blob/main/source/guides/distributing-packages-using-setuptools.rst',
  'lightning.ai': 'https://pypi.org/project/lightning-sdk/',
  'serper.dev/dashboard': 'https://docs.mindmac.app/how-to.../internet-browsing/get-serper-key',
  'data.nasdaq.com/account/profile': 'https://rdrr.io/cran/NasdaqDataLink/man/nasdaq_data_link.api.html',
  'platform.ultralytics.com': 'https://docs.ultralytics.com/platform/account/api-keys',
  'hub.ultralytics.com/settings': 'https://github.com/ultralytics/ultralytics/blob/main/ultralytics/hub/__init__.py',
  'www.reddit.com/prefs/apps': 'https://docs.n8n.io/integrations/builtin/credentials/reddit'
};

/** The addresses for which no documentation was found, each with what is known. */
const WITHOUT_SOURCE: Readonly<Record<string, string>> = {
  'cloud.lambda.ai/api-keys':
    'named only by programs of others; SkyPilot sends to cloud.lambdalabs.com/api-keys, as the service was called before',
  'newsapi.org/account':
    'named only by programs of others; Nexla’s documentation says that keys are made anew in the settings of the account',
  'www.alphavantage.co/support': 'where keys are given out; no documentation of how one is taken back was found'
};

describe('the pages on which credentials are revoked', () => {
  const pages = [...FORMATS, ...Object.values(PROVIDERS), ...NAMED_PROVIDERS].map(({ revoke }) => revoke ?? '');
  const named = [...new Set(pages)].filter(page => page !== '').sort();

  it('are each documented, or known not to be', () => {
    deepEqual([...Object.keys(SOURCES), ...Object.keys(WITHOUT_SOURCE)].sort(), named);
  });

  it('are addresses that can be opened, as are their sources', () => {
    for (const page of named) equal(new URL(`https://${page}`).href.replace(/\/$/, ''), `https://${page}`);
    for (const source of Object.values(SOURCES)) equal(new URL(source).protocol, 'https:');
  });
});
