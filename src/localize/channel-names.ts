/** Names of channels that are written one way in every language. */
const BRANDS: Readonly<Record<string, string>> = {
  whatsapp: 'WhatsApp',
  sms: 'SMS',
  facebook: 'Facebook',
  messenger: 'Messenger',
  instagram: 'Instagram',
  telegram: 'Telegram',
  slack: 'Slack',
  discord: 'Discord',
  line: 'LINE',
  wechat: 'WeChat',
  x: 'X',
};

/** Writes a channel's name; one that nobody knows stays as the source has it. */
export function channelNames(known: Readonly<Record<string, string>>): (name: string) => string {
  return (name) => {
    const key = name.toLowerCase();
    return own(known, key) ?? own(BRANDS, key) ?? name;
  };
}

function own(names: Readonly<Record<string, string>>, key: string): string | undefined {
  return Object.hasOwn(names, key) ? names[key] : undefined;
}
