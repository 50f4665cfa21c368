import { decodeMessage, encodeMessage } from '#electron/browser-host/message.ts';

declare global {
  var standInInvoke: (channel: string, request: string) => Promise<string>;
  var standInSend: (channel: string) => Promise<void>;
  var standInReceive: (channel: string) => void;
}

const text = (bytes: Uint8Array) => Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
const bytesOf = (letters: string) => Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
const listeners = new Map<string, () => void>();

globalThis.standInReceive = (channel) => listeners.get(channel)?.();

export const contextBridge = {
  exposeInMainWorld: (name: string, api: unknown) => Object.defineProperty(globalThis, name, { value: api }),
};

export const ipcRenderer = {
  invoke: async (channel: string, request?: unknown) =>
    decodeMessage(bytesOf(await globalThis.standInInvoke(channel, text(encodeMessage(request))))),
  on: (channel: string, listener: () => void) => listeners.set(channel, listener),
  send: (channel: string) => void globalThis.standInSend(channel),
};
