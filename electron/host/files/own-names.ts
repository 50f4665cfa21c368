/** What the program makes in the folder of its data, which may be any folder that a user names. */
export const OWN_NAMES = {
  copies: '自动备份',
  evidence: '佐证',
  signers: '已知签名',
  packages: '交接包',
  browserHost: 'browser-host',
  signingKey: 'signing-key.pem',
} as const;
